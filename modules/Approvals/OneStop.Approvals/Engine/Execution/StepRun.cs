using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>The working copy of one step: tokens, variables and what is to be told. Thrown away when the step is refused.</summary>
internal sealed partial class StepRun
{
    /// <summary>More moves than this in one step is a loop that waits for nothing.</summary>
    public const int MoveLimit = 10_000;

    public const string NoWayOut = "incident.no_way_out";
    public const string ExpressionFailed = "incident.expression_failed";
    public const string EndlessLoop = "incident.endless_loop";
    public const string BadTimer = "incident.bad_timer";

    private readonly EngineCommand command;
    private readonly DateTimeOffset now;
    private readonly List<Token> tokens;
    private readonly List<ArmedTimer> timers;
    private readonly List<HistoryEntry> history = [];
    private readonly List<EngineJob> jobs = [];
    private readonly List<EngineMessage> messages = [];
    private readonly Queue<Arrival> arrivals = new();
    private readonly ImmutableDictionary<string, object?>.Builder variables;
    private ImmutableArray<string> visited;
    private int lastId;
    private int lastHistory;
    private int moves;
    private string outcome;

    public StepRun(ProcessDefinition definition, InstanceState state, EngineCommand command, DateTimeOffset now)
    {
        Definition = definition;
        Before = state;
        Status = state.Status;
        this.command = command;
        this.now = now;
        tokens = [.. state.Tokens];
        timers = [.. state.Timers];
        variables = state.Variables.ToBuilder();
        visited = state.Visited;
        lastId = state.LastId;
        lastHistory = state.LastHistory;
        outcome = state.Outcome ?? "completed";
    }

    /// <summary>A token on its way into a node.</summary>
    private readonly record struct Arrival(FlowNode Node, SequenceFlow? Flow);

    public ProcessDefinition Definition { get; }

    public InstanceState Before { get; }

    public InstanceStatus Status { get; private set; }

    public Token? Find(int id) => tokens.Find(token => token.Id == id);

    public List<Token> Where(TokenState state) => tokens.FindAll(token => token.State == state);

    public void Set(string name, object? value) => variables[name] = value;

    public void Merge(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            variables[name] = value;
    }

    public void Begin()
    {
        Status = InstanceStatus.Running;
        Write(HistoryKind.Started, "", 0);
        foreach (var start in Definition.Starts)
            arrivals.Enqueue(new Arrival(start, null));
    }

    public void Terminate(string with)
    {
        outcome = with;
        arrivals.Clear();
        foreach (var token in tokens.ToList())
            Withdraw(token);
        Status = InstanceStatus.Terminated;
        Write(HistoryKind.Terminated, "", 0, action: with);
        messages.Add(new InstanceEnded(Status, outcome));
    }

    public StepResult Finish()
    {
        Drain();
        if (Status == InstanceStatus.Running && tokens.Count == 0)
        {
            Status = InstanceStatus.Completed;
            Write(HistoryKind.Ended, "", 0, action: outcome);
            messages.Add(new InstanceEnded(Status, outcome));
        }

        var state = Before with
        {
            Status = Status,
            LastId = lastId,
            LastHistory = lastHistory,
            Outcome = outcome == "completed" && Status == InstanceStatus.Running ? null : outcome,
            Tokens = [.. tokens],
            Timers = [.. timers],
            Variables = variables.ToImmutable(),
            Visited = visited,
            Applied = Before.Applied.Add(command.Id),
        };
        return new StepResult(state, history, jobs, messages);
    }

    private void Drain()
    {
        while (arrivals.TryDequeue(out var arrival))
        {
            if (++moves > MoveLimit)
            {
                Raise(Park(arrival, TokenState.Incident), EndlessLoop, "");
                // The other arrivals rest too: an operator decides with the whole picture.
                while (arrivals.TryDequeue(out var other))
                    Raise(Park(other, TokenState.Incident), EndlessLoop, "");
                return;
            }

            Enter(arrival);
        }
    }

    private Token Park(Arrival arrival, TokenState state)
    {
        var token = new Token(++lastId, arrival.Node.Id, arrival.Flow?.Id, state, now);
        tokens.Add(token);
        return token;
    }

    private Token Replace(Token token, TokenState state, string? why = null)
    {
        var changed = token with { State = state, Why = why };
        tokens[tokens.FindIndex(candidate => candidate.Id == token.Id)] = changed;
        return changed;
    }

    private void Remove(Token token)
    {
        tokens.RemoveAll(candidate => candidate.Id == token.Id);
        Disarm(token);
    }

    private void Withdraw(Token token)
    {
        Remove(token);
        if (token.State == TokenState.Join)
            return;
        Write(HistoryKind.Withdrawn, token.Node, token.Id);
        if (token.State is TokenState.Task or TokenState.Message or TokenState.Suspended)
            messages.Add(new StepClosed(token.Id, token.Node, ClosedBy.Withdrawn, null));
        if (token.State is TokenState.Incident or TokenState.Stuck)
            messages.Add(new IncidentMended(token.Id, token.Node));
    }

    private void Write(HistoryKind kind, string node, int token, string? flow = null, string? action = null, string? note = null) =>
        history.Add(new HistoryEntry(++lastHistory, now, kind, node, token, flow, action, command.Actor, note ?? command.Note));
}
