using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Forms;

internal enum PartState
{
    Empty,
    Begun,
    Complete,
}

internal sealed record SectionCheck(FormSection Section, PartState State, IReadOnlyList<Error> Errors, IReadOnlyDictionary<string, string> Values);

internal sealed record PaperState(ComponentInfo Component, IReadOnlyList<DossierFile> Files)
{
    public bool IsMissing => Component.Required && Files.Count == 0;
}

// A dossier being written, beside the procedure version it keeps: what is asked, what is there, what is missing.
internal sealed record Draft(
    Dossier Dossier, ProcedureVersionInfo Procedure, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SectionCheck> Sections,
    IReadOnlyList<PaperState> Papers, IReadOnlyDictionary<string, string> PlaceNames)
{
    public bool IsComplete => Sections.All(s => s.Errors.Count == 0) && !Papers.Any(p => p.IsMissing);

    public SectionCheck? Find(string key) => Sections.FirstOrDefault(s => s.Section.Key == key);
}
