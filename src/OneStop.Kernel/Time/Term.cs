namespace OneStop.Kernel.Time;

/// <summary>In what a legal term is counted.</summary>
public enum TermUnit
{
    /// <summary>Office hours (giờ).</summary>
    WorkingHours,

    /// <summary>Working days (ngày làm việc) of eight office hours.</summary>
    WorkingDays,

    /// <summary>Calendar days (ngày).</summary>
    CalendarDays,

    /// <summary>Months (tháng).</summary>
    Months,
}

/// <summary>A legal term: how much, in what.</summary>
/// <param name="Amount">At least 0; 0 working days means the same day.</param>
/// <param name="Unit">In what it is counted.</param>
public sealed record Term(int Amount, TermUnit Unit);
