using OneStop.Kernel.Results;

namespace OneStop.Approvals.Domain;

internal static class ApprovalErrors
{
    /// <summary>{0} who did it, {1} when.</summary>
    public const string AlreadyDone = "approvals.already_done";
    public const string TaskMissing = "approvals.task_missing";
    public const string NotYours = "approvals.not_yours";
    public const string TakenByColleague = "approvals.taken_by_colleague";
    public const string Waiting = "approvals.waiting";
    public const string UnknownAction = "approvals.unknown_action";
    public const string NotAnEarlierStep = "approvals.not_an_earlier_step";
    public const string ReasonRequired = "approvals.reason_required";
    public const string FieldRequired = "approvals.field_required";
    public const string FieldNotNumber = "approvals.field_not_number";
    public const string FieldTooLong = "approvals.field_too_long";
    public const string ItemsRequired = "approvals.items_required";
    public const string DateInPast = "approvals.date_in_past";
    public const string OwnRequest = "approvals.own_request";
    public const string ConsentPending = "approvals.consent_pending";
    public const string SameUnit = "approvals.same_unit";
    public const string UnknownUnit = "approvals.unknown_unit";
    public const string NotAHolder = "approvals.not_a_holder";
    public const string ProcessMissing = "approvals.process_missing";
    public const string InstanceMissing = "approvals.instance_missing";
    public const string InstanceEnded = "approvals.instance_ended";
    public const string IncidentMissing = "approvals.incident_missing";
    public const string NotDeployable = "approvals.not_deployable";

    public static Error Missing() => Error.NotFound(TaskMissing);
}
