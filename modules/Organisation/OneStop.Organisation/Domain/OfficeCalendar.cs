using OneStop.Kernel.Time.Calendars;

namespace OneStop.Organisation.Domain;

// A working calendar that agencies share: its hours by week and date of validity. Holidays are national and stand apart.
internal sealed class OfficeCalendar
{
    public const string Standard = "hanh_chinh";
    public const int NameLength = 150;

    public required string Code { get; init; }
    public required string Name { get; set; }
    public List<OfficeSession> Sessions { get; init; } = [];

    public IReadOnlyList<WeeklyHours> Weeks() =>
        [.. Sessions.GroupBy(s => s.ValidFrom).OrderBy(g => g.Key).Select(WeekOf)];

    // The most common day of the week is the standard one; a day without sessions is a day of rest.
    private static WeeklyHours WeekOf(IGrouping<DateOnly, OfficeSession> sessions)
    {
        var days = Enum.GetValues<DayOfWeek>().ToDictionary(
            day => day,
            day => sessions.Where(s => s.Day == day).Select(s => new Session(s.Opens, s.Closes)).ToArray());
        var standard = days.Values.Where(s => s.Length > 0).GroupBy(s => string.Join(' ', s)).MaxBy(g => g.Count())?.First() ?? [];
        return new WeeklyHours(sessions.Key, new DaySchedule(standard), days.ToDictionary(d => d.Key, d => new DaySchedule(d.Value)));
    }
}

internal sealed class OfficeSession
{
    public Guid Id { get; init; }
    public required string CalendarCode { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DayOfWeek Day { get; init; }
    public TimeOnly Opens { get; init; }
    public TimeOnly Closes { get; init; }
}

// A row of the national holiday table.
internal sealed class Holiday
{
    public DateOnly Day { get; init; }
    public required string Name { get; set; }
    public required string Kind { get; set; }

    // Office hours of a day that is worked in part, such as 08:00-12:00; null for a whole day.
    public string? Hours { get; set; }

    // The paper that decided it, such as the Government's plan of the year.
    public string? Document { get; set; }

    public SpecialDay ToSpecialDay() => SpecialDay.FromTable(Day, Name, Kind, OfficeHours.Read(Hours) is { } read ? new DaySchedule([.. read]) : null);

    // checked, reported or provisional: how sure the table is of it.
    public required string Certainty { get; set; }
}

// A confirmed change to hours or holidays: who, on what ground and paper, and how many running dossiers it was shown to move.
internal sealed class CalendarChange
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Summary { get; init; }
    public required string Ground { get; init; }
    public required string Document { get; init; }
    public int MovedDossiers { get; init; }
    public int MovedSteps { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
}
