namespace OneStop.Approvals.Engine.Definitions;

/// <summary>Whom a process asks for an opinion by itself, what and until when. See docs/bpmn-extensions.md.</summary>
internal sealed record ConsultationSettings
{
    /// <summary>Variable that holds one word for all who take part in deciding.</summary>
    public const string Outcome = "opinion";

    /// <summary>Variable that lists each body with what it said.</summary>
    public const string Outcomes = "opinions";

    /// <summary>The unit that asks: its heads speak for it and hear of silence.</summary>
    public required string Level { get; init; }

    public string? Field { get; init; }

    public required IReadOnlyList<BodySettings> Bodies { get; init; }

    /// <summary>Working days given to a body that names none of its own.</summary>
    public required int Days { get; init; }

    /// <summary>The law that takes silence for agreement; null when the asking unit's head is told instead.</summary>
    public string? SilenceBasis { get; init; }

    public bool NamesApplicant { get; init; }

    /// <summary>Names of the papers whose files are sent along; null for all.</summary>
    public IReadOnlyList<string>? Papers { get; init; }
}

/// <summary>
/// One body, found as the candidates of a step are. It takes part in deciding (Y), or only supplies information (X). For a whole agency its leader answers; else the head of
/// the department that is competent for the field.
/// </summary>
internal sealed record BodySettings(bool Decides, string Level, string? Field, bool WholeAgency, int? Days, string Questions);
