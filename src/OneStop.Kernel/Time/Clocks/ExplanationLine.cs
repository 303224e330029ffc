namespace OneStop.Kernel.Time.Clocks;

/// <summary>What a line of the explanation says.</summary>
public enum LineKind
{
    /// <summary>Received at <c>At</c>.</summary>
    Received,

    /// <summary>Counted from <c>Until</c>, because it came before opening.</summary>
    BeforeOpening,

    /// <summary>Counted from <c>Until</c>, because it came in the lunch break.</summary>
    LunchBreak,

    /// <summary>Counted from <c>Until</c>, because it came after closing.</summary>
    AfterClosing,

    /// <summary>Counted from <c>Until</c>, because it came on a day off, <c>Name</c> when it has one.</summary>
    DayOff,

    /// <summary>Counted from <c>Until</c>, because it came after the hour in <c>At</c>'s day that the procedure sets: <c>Name</c>.</summary>
    AfterCutOff,

    /// <summary>The term: <c>Amount</c> and <c>Unit</c>.</summary>
    Term,

    /// <summary>The term ends on the day of receipt.</summary>
    SameDay,

    /// <summary>Weekly rest: <c>Amount</c> days.</summary>
    WeeklyRest,

    /// <summary>A day off by name, <c>Day</c> and <c>Name</c>.</summary>
    Holiday,

    /// <summary>A day of rest that was worked in exchange: <c>Day</c> and <c>Name</c>.</summary>
    WorkedInExchange,

    /// <summary>The last day <c>Day</c> is off, so the next working day counts (Bộ luật Dân sự art. 148.5).</summary>
    LastDayMoved,

    /// <summary>Calendar days and months count days off too.</summary>
    DaysOffCount,

    /// <summary>The first due date: <c>Due</c>.</summary>
    Due,

    /// <summary>Time left out from <c>At</c> to <c>Until</c>: <c>Minutes</c> of office time, then due at <c>Due</c>.</summary>
    LeftOut,

    /// <summary>As <see cref="LeftOut"/>, but no more than the limit <c>Amount</c> <c>Unit</c>.</summary>
    LeftOutToLimit,

    /// <summary>Time has been left out since <c>At</c>, at most until <c>Until</c> when there is a limit <c>Amount</c> <c>Unit</c>.</summary>
    WaitingSince,

    /// <summary>The supplement came at <c>At</c>; the term begins anew, due at <c>Due</c>.</summary>
    Restarted,

    /// <summary>The supplement came at <c>At</c>; a new term of <c>Amount</c> <c>Unit</c>, due at <c>Due</c>.</summary>
    NewTerm,

    /// <summary>The appointment was moved to <c>Due</c>; lateness is still judged by <c>Until</c>.</summary>
    Reappointed,

    /// <summary>A change of the working calendar moved it from <c>Until</c> to <c>Due</c>.</summary>
    CalendarChanged,

    /// <summary>The procedure has no return date.</summary>
    NoReturnDate,
}

/// <summary>One line of "Vì sao là ngày này?": facts, not words, so that it reads in every language.</summary>
/// <param name="Kind">What it says.</param>
public sealed record ExplanationLine(LineKind Kind)
{
    /// <summary>When it happened or began.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When it ended, or from when it counts.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The due date after it.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>A day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Name of a day, the hour of a cut-off, or the third party whose time is left out.</summary>
    public string? Name { get; init; }

    /// <summary>How much.</summary>
    public decimal? Amount { get; init; }

    /// <summary>In what.</summary>
    public TermUnit? Unit { get; init; }

    /// <summary>Office minutes left out.</summary>
    public int? Minutes { get; init; }

    /// <summary>Why time is left out.</summary>
    public ClockGround? Ground { get; init; }

    /// <summary>The law.</summary>
    public string? LegalGround { get; init; }

    /// <summary>The paper.</summary>
    public string? Document { get; init; }
}
