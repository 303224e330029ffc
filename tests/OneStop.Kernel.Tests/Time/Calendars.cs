using System.Globalization;
using OneStop.Kernel.Time.Calendars;
using OneStop.TestKit;

namespace OneStop.Kernel.Tests.Time;

// The calendars of the cases: the product's own holiday table over several office hours.
internal static class Calendars
{
    private static readonly Session[] Hanoi = [new(new TimeOnly(8, 0), new TimeOnly(12, 0)), new(new TimeOnly(13, 0), new TimeOnly(17, 0))];
    private static readonly Session[] Early = [new(new TimeOnly(7, 0), new TimeOnly(11, 30)), new(new TimeOnly(13, 30), new TimeOnly(17, 0))];
    private static readonly DateOnly NewHours = new(2025, 7, 1);

    public static readonly SpecialDay[] Table =
        [.. File.ReadLines(RepositoryRoot.File("modules", "Organisation", "OneStop.Organisation", "Data", "Sources", "holidays.csv")).Skip(1).Select(Read)];

    private static readonly Dictionary<string, CalendarDefinition> Definitions = new()
    {
        ["hn"] = Definition(Week(DateOnly.MinValue, Hanoi, saturday: false)),
        ["td"] = Definition(Week(DateOnly.MinValue, Early, saturday: false)),
        ["police"] = Definition(Week(DateOnly.MinValue, Hanoi, saturday: true)),
        ["mixed"] = Definition(Week(DateOnly.MinValue, Hanoi, saturday: false), Week(NewHours, Early, saturday: true)),
    };

    private static readonly Dictionary<string, WorkingCalendar> Built = Definitions.ToDictionary(d => d.Key, d => WorkingCalendar.Build(d.Value).Value);

    public static IReadOnlyList<string> Names { get; } = [.. Definitions.Keys];

    public static WorkingCalendar Of(string name) => Built[name];

    public static MinuteByMinute ReferenceOf(string name) => new(Definitions[name]);

    public static CalendarDefinition Definition(params WeeklyHours[] weeks) => CalendarDefinition.ForTable("test", weeks, Table);

    public static WeeklyHours Week(DateOnly from, Session[] day, bool saturday) => new(from, new DaySchedule(day), new Dictionary<DayOfWeek, DaySchedule>
    {
        [DayOfWeek.Saturday] = saturday ? new DaySchedule(Hanoi[0]) : DaySchedule.Closed,
        [DayOfWeek.Sunday] = DaySchedule.Closed,
    });

    public static DateTimeOffset Vietnam(string local) =>
        new(DateTime.ParseExact(local.Trim(), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    private static SpecialDay Read(string line)
    {
        var (date, rest) = (line[..10], line[11..]);
        var cells = rest.StartsWith('"') ? [rest[1..rest.LastIndexOf('"')], .. rest[(rest.LastIndexOf('"') + 2)..].Split(',')] : rest.Split(',');
        return SpecialDay.FromTable(DateOnly.Parse(date, CultureInfo.InvariantCulture), cells[0], cells[1]);
    }
}
