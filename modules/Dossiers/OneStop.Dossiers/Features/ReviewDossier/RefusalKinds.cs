namespace OneStop.Dossiers.Features.ReviewDossier;

// Legal reasons a desk may give for not accepting; each has a sentence and a proposed legal ground in the texts.
internal static class RefusalKinds
{
    public const string NotCompetent = "NotCompetent";
    public const string NotEligible = "NotEligible";
    public const string ConditionsNotMet = "ConditionsNotMet";
    public const string Duplicate = "Duplicate";
    public const string NotAuthentic = "NotAuthentic";
    public const string ProcedureEnded = "ProcedureEnded";

    public static IReadOnlyList<string> All { get; } = [NotCompetent, NotEligible, ConditionsNotMet, Duplicate, NotAuthentic, ProcedureEnded];
}
