using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.SaveSection;

// Keeps one page of answers as typed, right or wrong, so that nothing is lost; what is wrong is told beside it.
[Requires(Permissions.Own)]
internal sealed record SaveSection(Guid Id, string Section, IReadOnlyDictionary<string, string> Values) : ICommand<SavedSection>, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed record SavedSection(DateTimeOffset SavedAt, IReadOnlyList<Error> Errors, string? NextSection);

internal sealed class SaveSectionHandler(OwnDossiers own, DraftReader drafts, ProtectedFacts facts, TimeProvider time) : IHandler<SaveSection, SavedSection>
{
    public async Task<Result<SavedSection>> Handle(SaveSection request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        var read = await drafts.ReadAsync(dossier, [], cancellationToken);
        if (!read.TryGet(out var draft))
            return read.AsFailure<SavedSection>();
        if (draft.Find(request.Section) is not { } section)
            return Error.NotFound(DossierErrors.UnknownSection);

        var answers = new Dictionary<string, string>(draft.Answers, StringComparer.Ordinal);
        foreach (var field in section.Section.Fields)
            answers[field.Key] = Cut(InputText.Keep(request.Values.GetValueOrDefault(field.Key)));

        var now = time.GetUtcNow();
        var saved = dossier.SaveAnswers(facts.Protect(answers), now);
        if (saved.IsFailure)
            return saved.AsFailure<SavedSection>();

        var again = await drafts.ReadAsync(dossier, [], cancellationToken);
        return again.Map(d => new SavedSection(now, d.Find(request.Section)!.Errors, NextAfter(d, request.Section)));
    }

    private static string? NextAfter(Draft draft, string section) =>
        draft.Sections.SkipWhile(s => s.Section.Key != section).Skip(1).Select(s => s.Section.Key).FirstOrDefault();

    private static string Cut(string text) => text.Length <= InputText.MostKept ? text : text[..InputText.MostKept];
}
