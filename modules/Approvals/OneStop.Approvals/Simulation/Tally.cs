using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Simulation;

/// <summary>Counts what happens while it happens.</summary>
internal sealed class Tally(SimulationPlan plan)
{
    private const int Periods = 26;

    private readonly Dictionary<string, StepCount> steps = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Element, string Code, string? Detail), (FlowNode Node, int Count)> stuck = [];
    private readonly List<int> minutes = new(plan.Arrivals.Count);
    private readonly List<DateTimeOffset> ends = new(plan.Arrivals.Count);
    private readonly DateTimeOffset from = plan.Arrivals.Count > 0 ? plan.Arrivals[0].At : default;
    private readonly DateTimeOffset to = plan.Arrivals.Count > 0 ? plan.Arrivals[^1].At : default;
    private readonly Dictionary<int, TimeSpan> paused = [];
    private int arrived;
    private int finished;
    private int stopped;
    private int waiting;
    private int late;
    private int withTerm;

    public bool CalendarEnded { get; set; }

    public double ShareDone => plan.Arrivals.Count == 0 ? 1 : (arrived + (2.0 * (finished + stopped))) / (3.0 * plan.Arrivals.Count);

    public void Arrived() => arrived++;

    public void Asked(int dossier) => paused.TryAdd(dossier, TimeSpan.Zero);

    /// <summary>Waiting for the applicant is not the agency's time: the term stands still.</summary>
    public void Answered(int dossier, TimeSpan waited) => paused[dossier] = paused.GetValueOrDefault(dossier) + waited;

    public void Entered(FlowNode node) => Of(node).Entered++;

    public void Closed(OpenStep step, ClosedBy by, DateTimeOffset now)
    {
        if (by is not (ClosedBy.Completed or ClosedBy.Received or ClosedBy.SentBack))
            return;
        var count = Of(step.Node);
        count.Done++;
        if (DueClasses.Done(DueClasses.UnitOf(step.AllowedMinutes), step.Due, now) == DueClass.Late)
            count.Late++;
        var calendar = CalendarOf(step);
        var all = Minutes(calendar, step.Entered, now) - step.PausedMinutes;
        var work = Minutes(calendar, step.Begun ?? now, now) + step.WorkedBefore;
        count.Worked += work;
        count.Waited += all - work;
        count.All.Add((int)Math.Round(all));
    }

    /// <summary>Only work up to the last arrival: afterwards posts run empty because the play ends, not because they have too many people.</summary>
    public void Worked(OpenStep step, PostQueue post, DateTimeOffset now)
    {
        post.Done++;
        var until = now < to ? now : to;
        if (until > step.Begun)
            post.Busy += TimeSpan.FromMinutes(Minutes(post.Plan.Calendar, step.Begun.Value, until));
    }

    public void Ended(int dossier, bool completed, DateTimeOffset now)
    {
        _ = completed ? finished++ : stopped++;
        var arrival = plan.Arrivals[dossier];
        ends.Add(now);
        minutes.Add((int)Math.Round(Minutes(plan.Calendar, arrival.At, now) - paused.GetValueOrDefault(dossier).TotalMinutes));
        CountTerm(dossier, now);
    }

    public void LeftOpen(int dossier, DateTimeOffset now)
    {
        waiting++;
        CountTerm(dossier, now);
    }

    public void Stuck(FlowNode node, string code, string? detail)
    {
        var key = (node.Id, code, detail);
        stuck[key] = (node, stuck.GetValueOrDefault(key).Count + 1);
    }

    public SimulationReport Report(IReadOnlyList<PostQueue> posts, DateTimeOffset end) => new()
    {
        Started = arrived,
        Finished = finished,
        Stopped = stopped,
        Waiting = waiting,
        Late = late,
        WithTerm = withTerm,
        Supplements = paused.Count,
        AverageMinutes = minutes.Count == 0 ? 0 : minutes.Average(),
        MostMinutes = minutes.Count == 0 ? 0 : minutes.Max(),
        NinthTenthMinutes = NinthTenth(minutes),
        From = from,
        To = end,
        CalendarEnded = CalendarEnded,
        Steps = [.. Steps()],
        Posts = [.. posts.Select(Describe).OrderByDescending(post => post.Load).ThenBy(post => post.Unit, StringComparer.Ordinal)],
        DeadEnds = [.. stuck.Select(s => new DeadEnd(s.Key.Element, s.Value.Node.Name, s.Key.Code, s.Key.Detail, s.Value.Count)).OrderByDescending(d => d.Count).ThenBy(d => d.Element, StringComparer.Ordinal)],
        Periods = [.. Stretches()],
    };

    // In the order in which the file draws them; a step that nobody came to is told too.
    private IEnumerable<StepReport> Steps() =>
        plan.Definition.Library.All.Values.Append(plan.Definition).Distinct().SelectMany(process => process.Nodes)
            .Where(node => node.Kind == FlowNodeKind.UserTask || (node.IsMessageWait && node.Step is not null)).DistinctBy(node => node.Id)
            .Select(node => steps.TryGetValue(node.Id, out var count)
                ? new StepReport(node.Id, node.Name, count.Entered, count.Done, count.Late, Mean(count.Waited, count.Done), Mean(count.Worked, count.Done), NinthTenth(count.All))
                : new StepReport(node.Id, node.Name, 0, 0, 0, 0, 0, 0));

    private PostReport Describe(PostQueue post)
    {
        var (of, open) = (post.Plan.Post, Minutes(post.Plan.Calendar, from, to) * post.Plan.People);
        return new PostReport(of.Level, of.Role, of.Field, post.Plan.Unit, post.Plan.People, open > 0 ? post.Busy.TotalMinutes / open : 0, post.Longest, Mean(post.Waited.TotalMinutes, post.Done), post.Done);
    }

    private IEnumerable<PeriodPoint> Stretches()
    {
        if (to <= from)
            yield break;
        var length = (to - from) / Periods;
        var (arrivals, over) = (0, 0);
        var sorted = ends.Order().ToList();
        for (var i = 0; i < Periods; i++)
        {
            var until = i == Periods - 1 ? to : from + ((i + 1) * length);
            var (before, endedBefore) = (arrivals, over);
            while (arrivals < plan.Arrivals.Count && plan.Arrivals[arrivals].At <= until)
                arrivals++;
            while (over < sorted.Count && sorted[over] <= until)
                over++;
            yield return new PeriodPoint(from + (i * length), arrivals - before, over - endedBefore, arrivals - over);
        }
    }

    private void CountTerm(int dossier, DateTimeOffset end)
    {
        var arrival = plan.Arrivals[dossier];
        if (arrival.TermMinutes is not { } term)
            return;
        withTerm++;
        if (plan.Calendar.Add(arrival.At, TimeSpan.FromMinutes(term) + paused.GetValueOrDefault(dossier)) is { IsSuccess: true } due
            && DueClasses.Done(DueClasses.UnitOf(term), due.Value, end) == DueClass.Late)
            late++;
    }

    private StepCount Of(FlowNode node)
    {
        if (!steps.TryGetValue(node.Id, out var count))
            steps[node.Id] = count = new StepCount();
        return count;
    }

    private WorkingCalendar CalendarOf(OpenStep step) => step.Post?.Plan.Calendar ?? plan.Calendar;

    private static double Minutes(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to) => calendar.Between(from, to) is { IsSuccess: true } span ? span.Value.TotalMinutes : 0;

    private static double Mean(double sum, int count) => count == 0 ? 0 : sum / count;

    private static int NinthTenth(List<int> values) => values.Count == 0 ? 0 : values.Order().ElementAt((int)(0.9 * (values.Count - 1)));

    private sealed class StepCount
    {
        public int Entered { get; set; }

        public int Done { get; set; }

        public int Late { get; set; }

        public double Waited { get; set; }

        public double Worked { get; set; }

        public List<int> All { get; } = [];
    }
}
