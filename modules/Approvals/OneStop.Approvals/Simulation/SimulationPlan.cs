using OneStop.Approvals.Engine.Definitions;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Approvals.Simulation;

/// <summary>All that a simulation needs to know. The same plan always gives the same report.</summary>
internal sealed record SimulationPlan
{
    public required ProcessDefinition Definition { get; init; }

    /// <summary>In the order in which they come.</summary>
    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    /// <summary>The office time in which dossiers as a whole are counted, and the steps of those outside.</summary>
    public required WorkingCalendar Calendar { get; init; }

    public required IReadOnlyList<PostPlan> Posts { get; init; }

    /// <summary>Posts that do a step, by office and then by step; a step without one there has nobody competent.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<StepPost, int>> PostsOf { get; init; }

    /// <summary>How steps go, by element; a step that is not named takes the hours that its process allows and is always approved.</summary>
    public IReadOnlyDictionary<string, StepProfile> Steps { get; init; } = new Dictionary<string, StepProfile>();

    public int Seed { get; init; } = 1;
}

/// <summary>One dossier. <paramref name="Office"/> says where it was received, and so who does its steps.</summary>
internal sealed record Arrival(DateTimeOffset At, int Office, bool IsOnline, int? TermMinutes, IReadOnlyDictionary<string, object?> Variables);

/// <summary>Who does a step, before it is known where.</summary>
internal sealed record StepPost(string Level, string Role, string? Field)
{
    /// <summary>How forms and requests name it.</summary>
    public string Key => $"{Level}.{Role}.{Field}".TrimEnd('.');

    public static StepPost Of(StepSettings step) => new(step.Level, step.Role, step.Field);
}

/// <summary>People of one unit who do the same work: each takes what is due first.</summary>
internal sealed record PostPlan(StepPost Post, string Unit, int People, WorkingCalendar Calendar);

internal enum StepEnd
{
    Approved,
    SentBack,
    Rejected,
}

/// <summary>One way in which a step ends, and how often.</summary>
internal sealed record StepChoice(StepEnd End, string? Action, double Weight);

/// <summary>What is known of a step: the working minutes it took those who did it, one drawn for each dossier, and how it ended.</summary>
internal sealed record StepProfile(IReadOnlyList<int> Minutes, IReadOnlyList<StepChoice> Choices)
{
    /// <summary>How often the applicant is asked to complete the dossier here, from 0 to 1.</summary>
    public double SupplementShare { get; init; }

    /// <summary>Minutes of the calendar from asking to the answer, one drawn for each.</summary>
    public IReadOnlyList<int> AnswerMinutes { get; init; } = [];
}
