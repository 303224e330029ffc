namespace OneStop.Approvals.Simulation;

/// <summary>What came out. <see cref="Started"/> is always <see cref="Finished"/> + <see cref="Stopped"/> + <see cref="Waiting"/>. Minutes are working minutes.</summary>
internal sealed record SimulationReport
{
    public int Started { get; init; }

    /// <summary>Came to the end of the process.</summary>
    public int Finished { get; init; }

    /// <summary>Refused on the way.</summary>
    public int Stopped { get; init; }

    /// <summary>Still somewhere when nothing moved any more.</summary>
    public int Waiting { get; init; }

    /// <summary>Of those that have a term: ended after it, or still open after it.</summary>
    public int Late { get; init; }

    public int WithTerm { get; init; }

    /// <summary>Were asked to complete their dossier. The time until the answer counts in none of the figures.</summary>
    public int Supplements { get; init; }

    public double AverageMinutes { get; init; }

    public int MostMinutes { get; init; }

    /// <summary>Nine in ten took no longer.</summary>
    public int NinthTenthMinutes { get; init; }

    public DateTimeOffset From { get; init; }

    public DateTimeOffset To { get; init; }

    /// <summary>The holiday table ends before the last dossier is done.</summary>
    public bool CalendarEnded { get; init; }

    public IReadOnlyList<StepReport> Steps { get; init; } = [];

    public IReadOnlyList<PostReport> Posts { get; init; } = [];

    public IReadOnlyList<DeadEnd> DeadEnds { get; init; } = [];

    public IReadOnlyList<PeriodPoint> Periods { get; init; } = [];
}

internal sealed record StepReport(string Element, string Name, int Entered, int Done, int Late, double WaitedMinutes, double WorkedMinutes, int NinthTenthMinutes)
{
    public double LateShare => Done == 0 ? 0 : (double)Late / Done;
}

/// <summary>The part of their office time in which the people of a post worked on these dossiers, between the first and the last arrival.</summary>
internal sealed record PostReport(string Level, string Role, string? Field, string Unit, int People, double Load, int LongestQueue, double WaitedMinutes, int Done)
{
    public const double Overloaded = 0.9;
    public const double Idle = 0.3;
}

/// <summary>Where dossiers came to a stand for good: the element, why, and how many.</summary>
internal sealed record DeadEnd(string Element, string Name, string Code, string? Detail, int Count);

/// <summary>Dossiers in a stretch of the period: arrived and ended within it, open at its end.</summary>
internal sealed record PeriodPoint(DateTimeOffset From, int Arrived, int Ended, int Open);
