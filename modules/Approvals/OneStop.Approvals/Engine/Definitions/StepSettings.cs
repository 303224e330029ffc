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

    /// <summary>National status (1 to 10) of the dossier while the step is open.</summary>
    public int? Status { get; init; }

    /// <summary>National status once the step is done, where that differs from the next step's own.</summary>
    public int? StatusAfter { get; init; }

    public string? Form { get; init; }

    public string? Print { get; init; }

    /// <summary>The step signs the result.</summary>
    public bool Signs { get; init; }

    /// <summary>The step gives the result its number and issues it.</summary>
    public bool Issues { get; init; }

    public decimal? Hours(bool online) => online ? HoursOnline ?? HoursInPerson : HoursInPerson ?? HoursOnline;
}

internal enum ActionKind
{
    Approve,
    Return,
    Supplement,
    Forward,
    Reject,
}

/// <summary>A button of a user task. <paramref name="Key"/> becomes the variable "action" when the step is completed with it.</summary>
internal sealed record StepAction(ActionKind Kind, string Key, string Label, string? LabelEn, bool ReasonRequired);
