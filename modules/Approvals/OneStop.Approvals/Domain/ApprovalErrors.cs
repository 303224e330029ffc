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
    public const string VersionInPast = "approvals.version_in_past";
    public const string DateInPast = "approvals.date_in_past";
    public const string OwnRequest = "approvals.own_request";
    public const string ConsentPending = "approvals.consent_pending";
    public const string SameUnit = "approvals.same_unit";
    public const string UnknownUnit = "approvals.unknown_unit";
    public const string NotAHolder = "approvals.not_a_holder";
    public const string OnlyPrepares = "approvals.only_prepares";
    public const string NotDelegated = "approvals.not_delegated";

    /// <summary>{0} who has delegated it.</summary>
    public const string DelegatedAlready = "approvals.delegated_already";
    public const string DelegateToSelf = "approvals.delegate_to_self";

    /// <summary>{0} words of the button.</summary>
    public const string ButtonNotThere = "approvals.button_not_there";
    /// <summary>{0} name of the message.</summary>
    public const string NobodyWaits = "approvals.nobody_waits";
    public const string SigningUnconfirmed = "approvals.signing_unconfirmed";
    public const string StepSigns = "approvals.step_signs";
    public const string StepSignsNothing = "approvals.step_signs_nothing";
    public const string StepAsks = "approvals.step_asks";

    /// <summary>{0} the most tasks.</summary>
    public const string TooManyTasks = "approvals.too_many_tasks";
    public const string NoTasks = "approvals.no_tasks";
    public const string NoteEmpty = "approvals.note_empty";
    public const string FollowUpDay = "approvals.follow_up_day";
    public const string FilterName = "approvals.filter_name";

    /// <summary>{0} the most filters.</summary>
    public const string TooManyFilters = "approvals.too_many_filters";
    public const string BulkMissing = "approvals.bulk_missing";
    public const string BulkStarted = "approvals.bulk_started";
    public const string BulkUnknownKind = "approvals.bulk_unknown_kind";
    public const string ProcessMissing = "approvals.process_missing";
    public const string InstanceMissing = "approvals.instance_missing";
    public const string InstanceEnded = "approvals.instance_ended";
    public const string IncidentMissing = "approvals.incident_missing";

    /// <summary>{0} who mended it, {1} when.</summary>
    public const string IncidentMended = "approvals.incident_mended";
    public const string NotSkippable = "approvals.not_skippable";
    public const string NotATarget = "approvals.not_a_target";
    public const string MatterNotCancellable = "approvals.matter_not_cancellable";
    public const string CancelTooEarly = "approvals.cancel_too_early";
    public const string CancelNotConfirmed = "approvals.cancel_not_confirmed";
    public const string VariableName = "approvals.variable_name";
    public const string VariableNumber = "approvals.variable_number";
    public const string VariableTruth = "approvals.variable_truth";
    public const string OtherProcess = "approvals.other_process";
    public const string SameVersion = "approvals.same_version";

    /// <summary>{0} the element that does not fit.</summary>
    public const string MappingWrong = "approvals.mapping_wrong";
    public const string NothingToMigrate = "approvals.nothing_to_migrate";
    public const string MigrationMissing = "approvals.migration_missing";

    /// <summary>{0} the fewest days, {1} the most.</summary>
    public const string RetentionDays = "approvals.retention_days";

    /// <summary>{0} how many it would remove now.</summary>
    public const string RetentionNotShown = "approvals.retention_not_shown";
    public const string NotDeployable = "approvals.not_deployable";
    public const string DraftMissing = "approvals.draft_missing";
    public const string VersionMissing = "approvals.version_missing";

    /// <summary>{0} who saved another drawing meanwhile, {1} when.</summary>
    public const string DraftChanged = "approvals.draft_changed";
    public const string DraftInReview = "approvals.draft_in_review";
    public const string DraftNotInReview = "approvals.draft_not_in_review";
    public const string OwnDraft = "approvals.own_draft";

    /// <summary>{0} how many problems.</summary>
    public const string DraftHasProblems = "approvals.draft_has_problems";
    public const string ProcessKeyTaken = "approvals.process_key_taken";

    /// <summary>{0} the most megabytes.</summary>
    public const string FileTooLarge = "approvals.file_too_large";
    public const string FileTooDeep = "approvals.file_too_deep";
    public const string FileHasDtd = "approvals.file_has_dtd";

    /// <summary>{0} line, {1} column.</summary>
    public const string FileNotXml = "approvals.file_not_xml";
    public const string FileNotBpmn = "approvals.file_not_bpmn";

    public const string SimulationMissing = "approvals.simulation_missing";
    public const string SimulationWithoutPast = "approvals.simulation_without_past";

    /// <summary>{0} the most dossiers.</summary>
    public const string SimulationTooLarge = "approvals.simulation_too_large";
    public const string SimulationOfBrokenDraft = "approvals.simulation_of_broken_draft";
    public const string PeriodBackwards = "approvals.period_backwards";

    /// <summary>{0} the least, {1} the most.</summary>
    public const string OutOfRange = "approvals.out_of_range";
    public const string BadHours = "approvals.bad_hours";

    /// <summary>{0} the line.</summary>
    public const string BadFact = "approvals.bad_fact";

    public static Error Missing() => Error.NotFound(TaskMissing);
}
