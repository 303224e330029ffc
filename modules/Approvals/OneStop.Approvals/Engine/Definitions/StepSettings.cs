namespace OneStop.Approvals.Engine.Definitions;

/// <summary>What BPMN leaves open about a step: who, for how long, with which papers. See docs/bpmn-extensions.md.</summary>
internal sealed record StepSettings
{
    /// <summary>Level of government relative to the dossier's place: xa, huyen, tinh, bo.</summary>
    public required string Level { get; init; }

    public required string Role { get; init; }

    /// <summary>Field of the department that does the step; empty means the procedure's own field.</summary>
    public string? Field { get; init; }

    /// <summary>The desk or office as people call it, shown where no agency has been resolved.</summary>
    public string? Unit { get; init; }

    public string? NameEn { get; init; }

    public decimal? HoursOnline { get; init; }

    public decimal? HoursInPerson { get; init; }

    /// <summary>Part of the dossier's whole term (0 to 1), for processes that serve procedures of different terms. Hours win over it.</summary>
    public decimal? Share { get; init; }

    /// <summary>National status (1 to 10) of the dossier while the step is open.</summary>
    public int? Status { get; init; }

    public string? Form { get; init; }

    public string? Print { get; init; }

    /// <summary>What completing the step does to the dossier beside moving it on; codes of <c>StepDeeds</c>, empty for nothing.</summary>
    public string Deed { get; init; } = "";

    /// <summary>To whom of the candidates the step goes as it opens.</summary>
    public AssignRule Assign { get; init; }

    /// <summary>Id of the earlier step whose doer gets this one too.</summary>
    public string? SameAs { get; init; }

    public decimal? Hours(bool online) => online ? HoursOnline ?? HoursInPerson : HoursInPerson ?? HoursOnline;
}

internal enum AssignRule
{
    /// <summary>To nobody yet: whoever claims it.</summary>
    Group,
    LeastLoaded,
    SamePerson,
}

internal enum ActionKind
{
    Approve,
    Return,
    AskSupplement,
    Forward,
    Reject,
}

/// <summary>A button of a user task. <paramref name="Key"/> becomes the variable "action" when the step is completed with it.</summary>
internal sealed record StepAction(ActionKind Kind, string Key, string Label, string? LabelEn, bool ReasonRequired);
