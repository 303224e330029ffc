namespace OneStop.Kernel.Time.Calendars;

/// <summary>The hours of a week from a date on. A Saturday that is worked in exchange for another day has the standard hours.</summary>
/// <param name="ValidFrom">First day.</param>
/// <param name="Standard">Hours of an ordinary day.</param>
/// <param name="Exceptions">Days of the week with hours of their own; rest is no hours.</param>
public sealed record WeeklyHours(DateOnly ValidFrom, DaySchedule Standard, IReadOnlyDictionary<DayOfWeek, DaySchedule> Exceptions)
{
    private static readonly IReadOnlyDictionary<DayOfWeek, DaySchedule> SaturdayAndSundayOff = new Dictionary<DayOfWeek, DaySchedule>
    {
        [DayOfWeek.Saturday] = DaySchedule.Closed,
        [DayOfWeek.Sunday] = DaySchedule.Closed,
    };

    /// <summary>Hà Nội's office hours: 08:00-12:00 and 13:00-17:00, Saturday and Sunday off.</summary>
    public static WeeklyHours Default { get; } = new(
        DateOnly.MinValue,
        new DaySchedule(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(13, 0), new TimeOnly(17, 0))),
        SaturdayAndSundayOff);

    /// <summary>The hours of a day of the week.</summary>
    public DaySchedule On(DayOfWeek day) => Exceptions.TryGetValue(day, out var schedule) ? schedule : Standard;
}
