namespace OneStop.Kernel.Time.Clocks;

/// <summary>How a clock stands: the classes of the national report.</summary>
public enum DueClass
{
    /// <summary>No return date.</summary>
    NoDate,

    /// <summary>Done before its day or hour (trước hạn).</summary>
    Early,

    /// <summary>Done on its day or in its hour (đúng hạn).</summary>
    OnTime,

    /// <summary>Done after it (quá hạn).</summary>
    Late,

    /// <summary>Open, with time left (trong hạn).</summary>
    Within,

    /// <summary>Open, the end is near (sắp đến hạn).</summary>
    DueSoon,

    /// <summary>Open, time is being left out (tạm dừng).</summary>
    Waiting,

    /// <summary>Open, past its end (quá hạn).</summary>
    Overdue,
}

/// <summary>Classes by the unit of the term: a term in hours is judged by the hour, every other by the day in Việt Nam.</summary>
public static class DueClasses
{
    /// <summary>Office minutes of a day, as the national portal counts them.</summary>
    public const int MinutesADay = 8 * 60;

    /// <summary>The first moment that is late.</summary>
    public static DateTimeOffset LateFrom(TermUnit unit, DateTimeOffset legalDue) => UnitStart(unit, legalDue) + UnitLength(unit);

    /// <summary>What was due before this moment is late at <paramref name="now"/>: <see cref="LateFrom"/> turned round, for questions to a database.</summary>
    public static DateTimeOffset LateBefore(TermUnit unit, DateTimeOffset now) => UnitStart(unit, now);

    /// <summary>How a step of so many office minutes is judged: whole days of eight hours by the day, others by the hour.</summary>
    public static TermUnit UnitOf(int? officeMinutes) => officeMinutes > 0 && officeMinutes % MinutesADay == 0 ? TermUnit.WorkingDays : TermUnit.WorkingHours;

    /// <summary>The class of what is done.</summary>
    public static DueClass Done(TermUnit unit, DateTimeOffset? legalDue, DateTimeOffset finished) => legalDue switch
    {
        null => DueClass.NoDate,
        { } due when finished < UnitStart(unit, due) => DueClass.Early,
        { } due when finished < LateFrom(unit, due) => DueClass.OnTime,
        _ => DueClass.Late,
    };

    /// <summary>The class of what is open.</summary>
    public static DueClass Open(DateTimeOffset? warnAt, DateTimeOffset? lateAt, DateTimeOffset? pausedSince, DateTimeOffset now) => lateAt switch
    {
        null => DueClass.NoDate,
        { } late when (pausedSince ?? now) >= late => DueClass.Overdue,
        _ when pausedSince is not null => DueClass.Waiting,
        _ => warnAt <= now ? DueClass.DueSoon : DueClass.Within,
    };

    private static DateTimeOffset UnitStart(TermUnit unit, DateTimeOffset instant)
    {
        var local = instant.ToVietnam();
        var start = local.Date + (unit == TermUnit.WorkingHours ? TimeSpan.FromHours(local.Hour) : TimeSpan.Zero);
        return new DateTimeOffset(start, local.Offset).ToUniversalTime();
    }

    private static TimeSpan UnitLength(TermUnit unit) => unit == TermUnit.WorkingHours ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
}
