using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Components;

// Which papers the desk must have looked at before it accepts.
internal static class PaperRules
{
    // Papers of other cases of the same procedure are not asked of this dossier.
    public static IEnumerable<ComponentInfo> Of(ProcedureVersionInfo procedure, string? chosenCase) =>
        procedure.Components.Where(c => c.Case is null || chosenCase is null || string.Equals(c.Case, chosenCase, StringComparison.Ordinal));

    public static Error? Check(ProcedureVersionInfo procedure, string? chosenCase, IReadOnlyList<PaperCheck> checks)
    {
        var findings = checks.GroupBy(c => c.ComponentKey).ToDictionary(g => g.Key, g => g.Last().Finding, StringComparer.Ordinal);
        if (findings.Values.Any(f => f is PaperFinding.Missing or PaperFinding.Wrong))
            return Error.RuleBroken(DeskErrors.PapersIncomplete);

        var notLookedAt = Of(procedure, chosenCase).Count(c => c.Required && findings.GetValueOrDefault(c.Key) == PaperFinding.Unchecked);
        return notLookedAt > 0 ? Error.RuleBroken(DeskErrors.PapersUnchecked, notLookedAt) : null;
    }
}
