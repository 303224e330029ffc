using System.Text.Json.Serialization;

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
public sealed record Term
{
    /// <summary>A term.</summary>
    /// <param name="amount">At least 0; 0 working days means the same day, 1.5 working days one day and a half.</param>
    /// <param name="unit">In what it is counted.</param>
    public Term(decimal amount, TermUnit unit) => (Amount, Unit) = (amount / 1.0000000000m, unit);

    /// <summary>How much; without trailing zeros, so that 15 and 15.0 are one term.</summary>
    public decimal Amount { get; }

    /// <summary>In what it is counted.</summary>
    public TermUnit Unit { get; }

    /// <summary>Whether it ends on the day of receipt (giải quyết ngay trong ngày).</summary>
    [JsonIgnore]
    public bool IsSameDay => Amount == 0 && Unit is (TermUnit.WorkingDays or TermUnit.CalendarDays);

    /// <summary>Whether lateness is judged by the hour and not by the day.</summary>
    [JsonIgnore]
    public bool IsByHour => Unit == TermUnit.WorkingHours;
}
