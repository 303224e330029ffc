using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadDraft;

// A dossier being written, as the pages show it.
internal sealed record DraftView(
    Guid Id, bool IsDraft, string ProcedureCode, string ProcedureName, string? Case, string PlaceCode, string PlaceName, string AgencyName, DateTimeOffset SavedAt, DateTimeOffset KeptUntil,
    IReadOnlyList<SectionView> Sections, IReadOnlyList<PaperView> Papers, IReadOnlyDictionary<string, string> PlaceNames)
{
    public bool IsComplete => Sections.All(s => s.Errors.Count == 0) && !Papers.Any(p => p.IsMissing);

    public SectionView? Find(string key) => Sections.FirstOrDefault(s => s.Section.Key == key);

    public static DraftView Of(Draft draft, int keepDays) => new(
        draft.Dossier.Id, draft.Dossier.IsDraft, draft.Procedure.Code, draft.Procedure.Name, draft.Dossier.Case, draft.Dossier.PlaceCode, draft.Dossier.PlaceName,
        draft.Dossier.ReceivingAgencyName, draft.Dossier.UpdatedAt, draft.Dossier.UpdatedAt.AddDays(keepDays),
        [.. draft.Sections.Select(s => new SectionView(s.Section, s.State, s.Errors, Shown(s, draft.Answers)))],
        [.. draft.Papers.Select(p => new PaperView(p.Component, [.. p.Files.Select(f => FileView.Of(draft.Dossier, f))]))],
        draft.PlaceNames);

    // What is right is shown as it will be stored, what is wrong as it was typed.
    private static Dictionary<string, string> Shown(SectionCheck section, IReadOnlyDictionary<string, string> answers) =>
        section.Section.Fields.ToDictionary(
            f => f.Key, f => section.Errors.Any(e => e.Field == f.Key) ? answers.GetValueOrDefault(f.Key, "") : section.Values[f.Key], StringComparer.Ordinal);
}

internal sealed record SectionView(FormSection Section, PartState State, IReadOnlyList<Error> Errors, IReadOnlyDictionary<string, string> Values);

internal sealed record PaperView(ComponentInfo Component, IReadOnlyList<FileView> Files)
{
    public bool IsMissing => Component.Required && Files.Count == 0;
}

internal sealed record FileView(Guid Id, string Name, string ContentType, long Length, bool CanRemove)
{
    public static FileView Of(Dossier dossier, DossierFile file) =>
        new(file.Id, file.Name, file.ContentType, file.Length, dossier.CheckMayRemove(file, dossier.OpenSupplement).IsSuccess);
}
