namespace OneStop.Approvals.Domain;

internal static class ConsultationErrors
{
    public const string Missing = "consultation.missing";

    /// <summary>{0} who must still answer.</summary>
    public const string StillAwaited = "consultation.still_awaited";
    public const string NobodyAsked = "consultation.nobody_asked";

    /// <summary>{0} how many at most.</summary>
    public const string TooManyBodies = "consultation.too_many_bodies";
    public const string AskedTwice = "consultation.asked_twice";
    public const string OwnUnit = "consultation.own_unit";

    /// <summary>{0} the body.</summary>
    public const string NobodyThere = "consultation.nobody_there";
    public const string UnknownUnit = "consultation.unknown_unit";
    public const string PartRequired = "consultation.part_required";
    public const string QuestionsRequired = "consultation.questions_required";
    public const string DaysOutOfRange = "consultation.days_out_of_range";

    /// <summary>{0} the last moment the law gives.</summary>
    public const string BeyondLimit = "consultation.beyond_limit";
    public const string BasisRequired = "consultation.basis_required";
    public const string FileNotOfDossier = "consultation.file_not_of_dossier";
    public const string NotThisStep = "consultation.not_this_step";

    /// <summary>{0} who ended it, {1} when.</summary>
    public const string Closed = "consultation.closed";
    public const string NotSilentYet = "consultation.not_silent_yet";
    public const string TooLateToAskBack = "consultation.too_late_to_ask_back";
    public const string NothingToExplain = "consultation.nothing_to_explain";
    /// <summary>{0} how many at most.</summary>
    public const string TooManyFiles = "consultation.too_many_files";
    public const string StalePage = "consultation.stale_page";
    public const string NotYours = "consultation.not_yours";
}
