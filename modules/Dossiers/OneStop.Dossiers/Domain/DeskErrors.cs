namespace OneStop.Dossiers.Domain;

internal static class DeskErrors
{
    public const string ChangedByColleague = "desk.changed_by_colleague";
    public const string PapersUnchecked = "desk.papers_unchecked";
    public const string PapersIncomplete = "desk.papers_incomplete";
    public const string DayInPast = "desk.day_in_past";
    public const string ReceiverMissing = "desk.receiver_missing";
    public const string MethodMissing = "desk.method_missing";
    public const string ReturnInProcess = "desk.return_in_process";
    public const string ReasonMissing = "desk.reason_missing";
    public const string ResultUnsigned = "desk.result_unsigned";
    public const string DecisionMissing = "desk.decision_missing";
    public const string ResultRevoked = "desk.result_revoked";
}
