using System.Diagnostics;
using System.Globalization;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit;

namespace OneStop.Benchmarks.Parts;

// The legal clock on one core: due dates per second beside the plain way of looking at every day or minute, and what a span of years costs beside one of days.
internal static class ClockPart
{
    private const int Received = 4096;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    private static readonly Term[] Terms =
    [
        new(0, TermUnit.WorkingDays), new(8, TermUnit.WorkingHours), new(3, TermUnit.WorkingDays), new(22, TermUnit.WorkingDays), new(15, TermUnit.CalendarDays), new(1, TermUnit.Months),
    ];

    public static FiguresTable NewTable() => new("Clock", "Way", "Per second", "Times the plain way");

    public static void Run(FiguresTable table)
    {
        var days = Table();
        var calendar = WorkingCalendar.Build(CalendarDefinition.ForTable("benchmark", [WeeklyHours.Default], days)).Value;
        var named = days.ToDictionary(d => d.Date);
        var receipts = Receipts();
        var plans = Terms.Select(t => new ClockPlan(ClockKind.Dossier, t, t.IsSameDay ? new TimeOnly(15, 0) : null)).ToArray();

        var due = Rate(i => calendar.EndOf(Terms[i % Terms.Length], receipts[i % Received]).Value.Due.Ticks);
        var walked = Rate(i => WalkDays(named, receipts[i % Received], 22));
        var sprung = Rate(i => calendar.EndOf(Terms[3], receipts[i % Received]).Value.Due.Ticks);
        table.Add("Due dates", "day by day, 22 working days", Figures.Rate(walked), "");
        table.Add("Due dates", "legal clock, 22 working days", Figures.Rate(sprung), Figures.Ratio(sprung / walked));
        table.Add("Due dates", "legal clock, mixed terms", Figures.Rate(due), "");
        var explained = Rate(i => LegalClock.Read(calendar, plans[i % plans.Length], [new Received(receipts[i % Received])], receipts[i % Received]).Value.Lines.Count);
        table.Add("Due dates with explanation", "legal clock, mixed terms", Figures.Rate(explained), "");
        var paused = Rate(i => LegalClock.Read(calendar, plans[3], Events(receipts[i % Received]), receipts[i % Received].AddDays(9)).Value.Lines.Count);
        table.Add("Due dates with a pause and explanation", "legal clock, 22 working days", Figures.Rate(paused), "");

        var minutes = Rate(i => WalkMinutes(calendar, receipts[i % Received], TimeSpan.FromHours(24)));
        var overDays = Rate(i => calendar.Add(receipts[i % Received], TimeSpan.FromHours(24)).Value.Ticks);
        var overYears = Rate(i => calendar.Add(receipts[i % Received], TimeSpan.FromHours(8 * 600)).Value.Ticks);
        table.Add("Adding office time", "minute by minute, 3 days", Figures.Rate(minutes), "");
        table.Add("Adding office time", "legal clock, 3 days", Figures.Rate(overDays), Figures.Ratio(overDays / minutes));
        table.Add("Adding office time", "legal clock, 600 days", Figures.Rate(overYears), "");
        table.Add("Cost of years over days", "600 days to 3 days", Figures.Ratio(overDays / overYears), "");
    }

    private static ClockEvent[] Events(DateTimeOffset received) =>
    [
        new Received(received), new IntervalOpened(received.AddDays(2), ClockGround.Supplement, "NĐ 118/2025/NĐ-CP", "02"),
        new IntervalClosed(received.AddDays(6), ClockGround.Supplement),
    ];

    private static double Rate(Func<int, long> act)
    {
        long sum = 0;
        for (var i = 0; i < 2_000; i++)
            sum += act(i);
        var (done, watch) = (0, Stopwatch.StartNew());
        while (watch.Elapsed < Measured)
        {
            for (var i = 0; i < 256; i++)
                sum += act(done++);
        }

        // Used, so that nothing is left out as dead.
        return sum == long.MinValue ? 0 : done / watch.Elapsed.TotalSeconds;
    }

    private static long WalkDays(Dictionary<DateOnly, SpecialDay> named, DateTimeOffset received, int count)
    {
        var day = received.VietnamDate();
        while (count > 0)
        {
            day = day.AddDays(1);
            if ((named.TryGetValue(day, out var special) ? special.Hours ?? WeeklyHours.Default.Standard : WeeklyHours.Default.On(day.DayOfWeek)).IsWorking)
                count--;
        }

        return day.DayNumber;
    }

    private static long WalkMinutes(WorkingCalendar calendar, DateTimeOffset from, TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; from = from.AddMinutes(1))
        {
            if (calendar.IsWorkingTime(from))
                left -= TimeSpan.FromMinutes(1);
        }

        return from.Ticks;
    }

    // Receipts over the first year of the table, the same ones in every run.
    private static DateTimeOffset[] Receipts()
    {
        var random = new Random(7);
        var first = VietnamTime.FromVietnam(new DateOnly(2024, 1, 2), TimeOnly.MinValue);
        return [.. Enumerable.Range(0, Received).Select(_ => first.AddMinutes(random.Next(365 * 24 * 60)))];
    }

    private static SpecialDay[] Table() =>
        [.. File.ReadLines(RepositoryRoot.File("modules", "Organisation", "OneStop.Organisation", "Data", "Sources", "holidays.csv")).Skip(1)
            .Select(l => SpecialDay.FromTable(DateOnly.Parse(l[..10], CultureInfo.InvariantCulture), "", l.Split(',')[^2]))];
}
