using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Approvals.Simulation;

/// <summary>
/// Plays dossiers through a process on a virtual clock: every step is the engine's own, people take what is due first, and work goes on in office hours only.
/// Pure: no I/O, no clock, no chance but that of <see cref="Draws"/>.
/// </summary>
internal sealed partial class Simulator
{
    public const string WaitsForEver = "simulation.waits_for_ever";

    /// <summary>The post is known and has no people.</summary>
    public const string Vacant = "simulation.vacant";

    /// <summary>A dossier that has moved so often goes round in a circle.</summary>
    private const int MostMoves = 2_000;
    private const int MostReturns = 5;
    private const int ReportEvery = 500;

    private readonly SimulationPlan plan;
    private readonly PriorityQueue<Happening, (long At, long Number)> agenda = new();
    private readonly PostQueue[] posts;
    private readonly Course[] runs;
    private readonly Tally tally;
    private long numbers;
    private DateTimeOffset now;

    private Simulator(SimulationPlan plan)
    {
        this.plan = plan;
        posts = [.. plan.Posts.Select(post => new PostQueue(post))];
        runs = new Course[plan.Arrivals.Count];
        tally = new Tally(plan);
    }

    /// <param name="plan">What to play.</param>
    /// <param name="progress">Told now and then which part is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it between two events.</param>
    public static SimulationReport Run(SimulationPlan plan, Action<double>? progress = null, CancellationToken cancellationToken = default) =>
        new Simulator(plan).Run(progress, cancellationToken);

    private enum Kind
    {
        Arrive,
        Done,
        Timer,
        Service,
        Answer,
    }

    private readonly record struct Happening(Kind Kind, int Dossier, int Number, OpenStep? Step = null);

    private sealed class Course
    {
        public InstanceState State { get; set; } = InstanceState.Empty;

        public List<OpenStep> Open { get; } = new(1);

        public HashSet<int>? Timers { get; set; }

        public List<Mail>? Mail { get; set; }

        public int Returns { get; set; }

        public int Moves { get; set; }

        public bool IsStuck { get; set; }
    }

    private SimulationReport Run(Action<double>? progress, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Arrivals.Count; i++)
            Plan(plan.Arrivals[i].At, new Happening(Kind.Arrive, i, 0));
        for (long events = 0; agenda.TryDequeue(out var next, out var when); events++)
        {
            now = new DateTimeOffset(when.At, TimeSpan.Zero);
            Happen(next);
            if (events % ReportEvery != 0)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Invoke(tally.ShareDone);
        }

        for (var i = 0; i < runs.Length; i++)
            StandStill(i);
        return tally.Report(posts, now);
    }

    private void Plan(DateTimeOffset at, Happening happening) => agenda.Enqueue(happening, (at.UtcTicks, numbers++));

    private void Happen(Happening happening)
    {
        var dossier = happening.Dossier;
        switch (happening.Kind)
        {
            case Kind.Arrive:
                runs[dossier] = new Course();
                tally.Arrived();
                Step(dossier, new StartInstance(plan.Arrivals[dossier].Variables));
                break;
            case Kind.Done when !happening.Step!.IsClosed:
                Finish(happening.Step);
                break;
            case Kind.Timer when runs[dossier].Timers?.Remove(happening.Number) == true:
                Step(dossier, new FireTimer(happening.Number));
                break;
            case Kind.Answer when !happening.Step!.IsClosed:
                Answer(happening.Step);
                break;
            case Kind.Service:
                Step(dossier, new ServiceDone(happening.Number, Agreed));
                break;
        }
    }

    private void Finish(OpenStep step)
    {
        var run = runs[step.Dossier];
        var draws = new Draws(plan.Seed, step.Dossier);
        if (Asks(step, run, draws))
        {
            Ask(step, run, draws);
            return;
        }

        var choice = Choose(step.Node, draws.For(step.Node.Id, Occasion(step.Node, run, step.Token), 1));
        EngineEvent? deed = choice.End switch
        {
            StepEnd.Rejected => new Terminate("rejected"),
            StepEnd.SentBack when run.Returns < MostReturns && Earlier(run, step) is { } earlier => new SendBack(step.Token, earlier.Id),
            _ => null,
        };
        if (deed is SendBack)
            run.Returns++;
        Step(step.Dossier, deed ?? new CompleteTask(step.Token, choice.End == StepEnd.Approved && choice.Action is { } action ? action : FirstAction(step.Node)));
    }

    private FlowNode? Earlier(Course run, OpenStep step) =>
        run.State.Find(step.Token) is { Inner: false } token && ProcessEngine.EarlierSteps(plan.Definition, run.State, token) is { Count: > 0 } earlier ? earlier[^1] : null;

    private StepChoice Choose(FlowNode node, double draw)
    {
        if (!plan.Steps.TryGetValue(node.Id, out var profile) || profile.Choices.Count == 0)
            return new StepChoice(StepEnd.Approved, FirstAction(node), 1);
        var left = draw * profile.Choices.Sum(choice => choice.Weight);
        foreach (var choice in profile.Choices)
        {
            if ((left -= choice.Weight) < 0)
                return choice;
        }

        return profile.Choices[^1];
    }

    private static string FirstAction(FlowNode node) => node.Actions.FirstOrDefault(action => action.Kind == ActionKind.Approve)?.Key ?? "approve";

    // Instances of a loop have luck of their own.
    private static int Occasion(FlowNode node, Course run, int token) => node.Loop is null ? run.Returns : token;

    private void Open(int dossier, FlowNode node, int token)
    {
        var (run, arrival) = (runs[dossier], plan.Arrivals[dossier]);
        var post = node.Step is { } settings && plan.PostsOf[arrival.Office].TryGetValue(StepPost.Of(settings), out var found) ? posts[found] : null;
        // A step that nobody is named for is anybody's.
        var outside = node.Kind != FlowNodeKind.UserTask || node.Step is null;
        tally.Entered(node);
        if (post is null && !outside)
        {
            run.IsStuck = true;
            tally.Stuck(node, Runtime.TaskBook.NobodyCompetent, node.Step is { } step ? $"{step.Level} {step.Role} {step.Field}".TrimEnd() : null);
            return;
        }

        var calendar = post?.Plan.Calendar ?? plan.Calendar;
        var allowed = Allowed(node, arrival);
        var opened = new OpenStep
        {
            Dossier = dossier, Token = token, Node = node, Post = outside ? null : post, Entered = now, Work = TimeSpan.FromMinutes(Minutes(node, run, dossier, token, allowed)),
            AllowedMinutes = allowed,
            Due = allowed is { } minutes && calendar.Add(now, TimeSpan.FromMinutes(minutes)) is { IsSuccess: true } due ? due.Value : null,
        };
        run.Open.Add(opened);
        if (opened.Post is { } queue)
        {
            queue.Add(opened);
            Serve(queue);
        }
        else
        {
            opened.Begun = now;
            Expect(opened, calendar);
        }
    }

    private void Serve(PostQueue post)
    {
        while (post.Take() is { } step)
        {
            step.Begun = now;
            post.Waited += Span(post.Plan.Calendar, step.AskedAt is null ? step.Entered : now, now);
            Expect(step, post.Plan.Calendar);
        }
    }

    private void Expect(OpenStep step, WorkingCalendar calendar)
    {
        if (calendar.Add(now, step.Work) is { IsSuccess: true } end)
            Plan(end.Value, new Happening(Kind.Done, step.Dossier, step.Token, step));
        else
            tally.CalendarEnded = true;
    }

    private double Minutes(FlowNode node, Course run, int dossier, int token, int? allowed)
    {
        if (!plan.Steps.TryGetValue(node.Id, out var profile) || profile.Minutes.Count == 0)
            return allowed ?? 0;
        return profile.Minutes[(int)(new Draws(plan.Seed, dossier).For(node.Id, Occasion(node, run, token), 0) * profile.Minutes.Count)];
    }

    private static int? Allowed(FlowNode node, Arrival arrival) => node.Step switch
    {
        null => null,
        { } step when step.Hours(arrival.IsOnline) is { } hours => (int)(hours * 60),
        { Share: { } share } when arrival.TermMinutes is { } term => (int)(term * share),
        _ => null,
    };

    private static TimeSpan Span(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to) =>
        to > from && calendar.Between(from, to) is { IsSuccess: true } span ? span.Value : TimeSpan.Zero;
}
