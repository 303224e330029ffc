using System.Diagnostics;
using System.Globalization;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Time.Calendars;
using OneStop.TestKit;

namespace OneStop.Benchmarks.Parts;

// A year of dossiers through a process that ships, on one core: every step the engine's own, thirty wards, working hours and queues.
internal static class SimulationPart
{
    private const string Process = "1.013225";
    private const int Wards = 30;
    private static readonly DateTimeOffset From = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    public static FiguresTable NewTable() => new("simulation", "process", "dossiers", "steps", "seconds", "aim");

    public static async Task RunAsync(FiguresTable table, bool quick)
    {
        var dossiers = quick ? 20_000 : 100_000;
        var xml = await File.ReadAllTextAsync(RepositoryRoot.File("modules", "Approvals", "OneStop.Approvals", "Processes", $"{Process}.bpmn"));
        var plan = Plan(xml, dossiers);
        Simulator.Run(plan with { Arrivals = [.. plan.Arrivals.Take(2_000)] });

        var watch = Stopwatch.StartNew();
        var report = Simulator.Run(plan);
        var seconds = watch.Elapsed.TotalSeconds;
        if (report.Started != dossiers || report.Started != report.Finished + report.Stopped + report.Waiting || report.Finished == 0)
            throw new InvalidOperationException("The simulation has lost dossiers.");
        table.Add(
            "A year played through", Process, dossiers.ToString("#,0", CultureInfo.InvariantCulture), report.Steps.Sum(s => s.Done).ToString("#,0", CultureInfo.InvariantCulture),
            seconds.ToString("0.0", CultureInfo.InvariantCulture), "100,000 in < 60 s");
    }

    private static SimulationPlan Plan(string xml, int dossiers)
    {
        var definition = BpmnCompiler.Compile(xml).Processes[0];
        var calendar = WorkingCalendar.Build(new CalendarDefinition("bench", [Week()], [], new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31))).Value;
        var kinds = SimulationPlanner.PostsOf(definition);
        var posts = Enumerable.Range(0, Wards).SelectMany(ward => kinds.Select(kind => new PostPlan(kind, $"{ward}", Math.Max(2, dossiers / Wards / 300), calendar))).ToList();
        var steps = SimulationPlanner.StepsOf(definition).ToDictionary(
            node => node.Id, _ => new StepProfile([5, 10, 15, 20, 30, 45, 60, 90], [new(StepEnd.Approved, null, 95), new(StepEnd.SentBack, null, 4), new(StepEnd.Rejected, null, 1)]), StringComparer.Ordinal);
        var facts = new Dictionary<string, object?>();
        return new SimulationPlan
        {
            Definition = definition,
            Arrivals = [.. Enumerable.Range(0, dossiers).Select(i => new Arrival(From.AddMinutes(i * 365.0 * 24 * 60 / dossiers), i % Wards, i % 2 == 0, 9_600, facts))],
            Calendar = calendar,
            Posts = posts,
            PostsOf = [.. Enumerable.Range(0, Wards).Select(ward => kinds.Select((kind, i) => (kind, place: (ward * kinds.Count) + i)).ToDictionary(pair => pair.kind, pair => pair.place))],
            Steps = steps,
        };
    }

    private static WeeklyHours Week() => new(
        DateOnly.MinValue, new DaySchedule(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(13, 0), new TimeOnly(17, 0))),
        new Dictionary<DayOfWeek, DaySchedule> { [DayOfWeek.Saturday] = DaySchedule.Closed, [DayOfWeek.Sunday] = DaySchedule.Closed });
}
