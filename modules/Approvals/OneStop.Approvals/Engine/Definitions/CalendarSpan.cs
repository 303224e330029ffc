namespace OneStop.Approvals.Engine.Definitions;

/// <summary>A duration of months and of fixed time. Months are those of the calendar in Vietnam: a month after 31 January is the last day of February.</summary>
internal readonly record struct CalendarSpan(int Months, TimeSpan Time)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public bool IsLong => Months > 0;

    /// <summary>So many of them after a moment; each counted from there, so that the 31st does not wear down to the 28th.</summary>
    public DateTimeOffset AfterFrom(DateTimeOffset moment, int times = 1) =>
        (Months == 0 ? moment : moment.ToOffset(Vietnam).AddMonths(Months * times).ToUniversalTime()) + (Time * times);
}
