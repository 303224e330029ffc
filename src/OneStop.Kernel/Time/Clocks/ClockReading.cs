namespace OneStop.Kernel.Time.Clocks;

/// <summary>What a clock says after its events.</summary>
/// <param name="CountedFrom">When counting began, UTC.</param>
/// <param name="OriginalDue">The first due date, UTC; null when there is none.</param>
/// <param name="LegalDue">The due date by law now: lateness is judged by it.</param>
/// <param name="Due">The appointment now: moved by an apology, else the legal due date.</param>
/// <param name="PausedSince">Since when time is being left out, or null while the clock runs.</param>
/// <param name="WarnAt">When warnings begin.</param>
/// <param name="LateAt">When it is late.</param>
/// <param name="Unit">Unit of the term now running, by which lateness is judged; null when there is none.</param>
/// <param name="Changes">Every change of the due date, oldest first.</param>
/// <param name="Lines">The explanation.</param>
public sealed record ClockReading(
    DateTimeOffset CountedFrom, DateTimeOffset? OriginalDue, DateTimeOffset? LegalDue, DateTimeOffset? Due, DateTimeOffset? PausedSince, DateTimeOffset? WarnAt,
    DateTimeOffset? LateAt, TermUnit? Unit, IReadOnlyList<DueChange> Changes, IReadOnlyList<ExplanationLine> Lines);

/// <summary>A change of the due date.</summary>
/// <param name="At">When it happened.</param>
/// <param name="From">The appointment before.</param>
/// <param name="To">The appointment after.</param>
/// <param name="Kind">The line that tells of it.</param>
/// <param name="Ground">Why time was left out; null for an apology.</param>
/// <param name="LegalGround">The law.</param>
/// <param name="Document">The paper.</param>
public sealed record DueChange(DateTimeOffset At, DateTimeOffset From, DateTimeOffset To, LineKind Kind, ClockGround? Ground, string LegalGround, string Document);
