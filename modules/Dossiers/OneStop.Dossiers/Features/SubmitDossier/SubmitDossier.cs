using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.SubmitDossier;

// Sends the dossier to the desk. Sent again (double click, back button, two tabs, a lost answer), it answers what it answered the first time.
[Requires(Permissions.Own), ReadsAhead]
internal sealed record SubmitDossier(Guid Id) : ICommand<SentDossier>, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed record SentDossier(Guid Id, string TemporaryCode, string LookupCode, DateTimeOffset SubmittedAt);

internal sealed class SubmitDossierHandler(OwnDossiers own, DraftReader drafts, ProtectedFacts facts, DeskNotice desk, TimeProvider time)
    : IHandler<SubmitDossier, SentDossier>
{
    public async Task<Result<SentDossier>> Handle(SubmitDossier request, CancellationToken cancellationToken)
    {
        if (await own.ToSendAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.SubmittedAt is not null)
            return Answer(dossier);

        var now = time.GetUtcNow();
        var read = await drafts.ReadAsync(dossier, await own.FilesAsync(dossier.Id, cancellationToken), cancellationToken);
        if (!read.TryGet(out var draft))
            return read.AsFailure<SentDossier>();
        // A procedure may have closed since the draft was begun.
        if (draft.Procedure.ClosedReason is { } closed)
            return Error.RuleBroken(DossierErrors.ClosedProcedure, closed.ToString());
        if (Missing(draft) is { Count: > 0 } missing)
            return missing;

        KeepChecked(dossier, draft, facts, now);
        var lookupCode = LookupCode.New();
        var (lookupProtected, lookupHash) = facts.KeepLookupCode(lookupCode);
        var sent = dossier.Submit(TemporaryCode.New(now.VietnamDate()), lookupProtected, lookupHash, own.Actor, now);
        if (sent.IsFailure)
            return sent.AsFailure<SentDossier>();
        desk.Sent(dossier);
        return Answer(dossier);
    }

    public static List<Error> Missing(Draft draft) =>
    [
        .. draft.Sections.Where(s => s.Errors.Count > 0).Select(s => s.Section.Key == ApplicantForm.SectionKey
            ? new Error(DossierErrors.ApplicantIncomplete, ErrorKind.RuleBroken, s.Section.Key)
            : new Error(DossierErrors.AnswersIncomplete, ErrorKind.RuleBroken, s.Section.Key, [s.Section.Title.ToString()])),
        .. draft.Papers.Where(p => p.IsMissing).Select(p => new Error(DossierErrors.ComponentsMissing, ErrorKind.RuleBroken, p.Component.Key, [p.Component.Name])),
    ];

    // What is sent is what was checked: dates, numbers and phones in one form, the applicant in columns of their own.
    public static void KeepChecked(Dossier dossier, Draft draft, ProtectedFacts facts, DateTimeOffset now)
    {
        var applicant = draft.Find(ApplicantForm.SectionKey)!.Values;
        dossier.FillApplicant(ApplicantForm.Read(applicant, facts), applicant[ApplicantForm.ReturnMethod], now);
        var answers = draft.Sections.Where(s => s.Section.Key != ApplicantForm.SectionKey).SelectMany(s => s.Values).Where(v => v.Value.Length > 0)
            .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        dossier.SaveAnswers(facts.Protect(answers), now);
    }

    private Result<SentDossier> Answer(Dossier dossier) =>
        new SentDossier(dossier.Id, dossier.TemporaryCode!, facts.LookupCodeOf(dossier)!, dossier.SubmittedAt!.Value);
}
