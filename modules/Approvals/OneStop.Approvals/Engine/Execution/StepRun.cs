using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>The working copy of one step: tokens, scopes, variables and what is to be told. Thrown away when the step is refused.</summary>
internal sealed partial class StepRun
{
    /// <summary>More moves than this in one step is a loop that waits for nothing.</summary>
    public const int MoveLimit = 10_000;

    private readonly EngineCommand command;
    private readonly DateTimeOffset now;
    private readonly List<Token> tokens;
    private readonly List<ArmedTimer> timers;
    private readonly List<Scope> scopes;
    private readonly List<HistoryEntry> history = [];
    private readonly List<EngineJob> jobs = [];
    private readonly List<EngineMessage> messages = [];
    private Queue<Work> works = new();
    private Queue<Work> announcements = new();
    private ImmutableDictionary<string, object?> variables;
    private ImmutableArray<string> visited;
    private bool taken;
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
        scopes = [.. state.Scopes];
        compensables = [.. state.Compensables];
        runs = [.. state.Runs];
        latches = [.. state.Latches];
        gates = [.. state.Gates];
        variables = state.Variables;
        visited = state.Visited;
        taken = state.Taken;
        lastId = state.LastId;
        lastHistory = state.LastHistory;
        outcome = state.Outcome ?? "completed";
    }

    /// <summary>A token on its way into a node, or (with <paramref name="Token"/>) an activity about to be done.</summary>
    private readonly record struct Work(FlowNode Node, SequenceFlow? Flow, int Scope, int Run = 0, int Token = 0);

    public ProcessDefinition Definition { get; }

    public InstanceState Before { get; }

    public InstanceStatus Status { get; private set; }

    public Token? Find(int id)
    {
        foreach (var token in tokens)
        {
            if (token.Id == id)
                return token;
        }

        return null;
    }

    public List<Token> Where(TokenState state) => tokens.FindAll(token => token.State == state);

    public FlowNode NodeOf(Token token) => DefinitionOf(token.Scope)[token.Node];

    public void Begin(FlowNode? trigger)
    {
        Status = InstanceStatus.Running;
        Write(HistoryKind.Started, "", 0);
        ArmHandlers(0, Definition.Root);
        if (trigger is null)
        {
            foreach (var start in Definition.Starts)
                works.Enqueue(new Work(start, null, 0));
        }
        else
        {
            BeginAt(trigger);
        }
    }

    public void Terminate(string with)
    {
        outcome = with;
        works.Clear();
        announcements.Clear();
        foreach (var token in tokens.ToList())
            Withdraw(token);
        foreach (var timer in timers)
            jobs.Add(new CancelTimer(timer.Id));
        timers.Clear();
        scopes.Clear();
        Forget();
        Status = InstanceStatus.Terminated;
        Write(HistoryKind.Terminated, "", 0, action: with);
        messages.Add(new InstanceEnded(Status, outcome));
    }

    public StepResult Finish()
    {
        Drain();
        if (Status == InstanceStatus.Running && tokens.Count == 0 && scopes.Count == 0)
        {
            Status = InstanceStatus.Completed;
            foreach (var timer in timers)
                jobs.Add(new CancelTimer(timer.Id));
            timers.Clear();
            Forget();
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
            Scopes = [.. scopes],
            Compensables = [.. compensables],
            Runs = [.. runs],
            Latches = [.. latches],
            Gates = [.. gates],
            Taken = taken,
            Variables = variables,
            Visited = visited,
            Applied = Before.Applied.Add(command.Id),
        };
        return new StepResult(state, history, jobs, messages);
    }

    /// <summary>Moves tokens until each rests. Joins that look at the whole graph decide only when nothing else moves.</summary>
    private void Drain()
    {
        CheckConditions();
        CloseEmptyScopes();
        while (Status == InstanceStatus.Running)
        {
            if (!works.TryDequeue(out var work) && !announcements.TryDequeue(out work))
            {
                if (!OpenGateways())
                    return;
                continue;
            }

            if (++moves > MoveLimit)
            {
                Rest(work);
                return;
            }

            if (work.Token != 0)
                Resume(work);
            else
                Enter(work);
            touched.Add(work.Scope);
            CheckConditions();
            CloseEmptyScopes();
        }
    }

    /// <summary>A loop that waits for nothing: everything that still moves rests, and an operator decides with the whole picture.</summary>
    private void Rest(Work first)
    {
        Stop(first);
        while (works.TryDequeue(out var work) || announcements.TryDequeue(out work))
            Stop(work);

        void Stop(Work work)
        {
            if (work.Token == 0)
                Raise(Stand(work, TokenState.Incident), Incidents.EndlessLoop, "");
            else if (Find(work.Token) is { } token)
                Raise(token, Incidents.EndlessLoop, "");
        }
    }

    private Token Park(Work work, TokenState state)
    {
        var token = new Token(++lastId, work.Node.Id, work.Flow?.Id, state, now) { Scope = work.Scope, Run = work.Run };
        tokens.Add(token);
        return token;
    }

    private Token Replace(Token changed)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Id != changed.Id)
                continue;
            tokens[i] = changed;
            break;
        }

        return changed;
    }

    private void Remove(Token token)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Id != token.Id)
                continue;
            tokens.RemoveAt(i);
            break;
        }

        Disarm(token);
        if (latches.Count > 0)
            latches.RemoveAll(latch => !latch.OfScope && latch.Owner == token.Id);
        touched.Add(token.Scope);
    }

    private void Withdraw(Token token)
    {
        Remove(token);
        if (token.State == TokenState.Join)
        {
            Write(HistoryKind.Joined, token.Node, token.Id);
            return;
        }

        Write(HistoryKind.Withdrawn, token.Node, token.Id);
        Close(token, ClosedBy.Withdrawn, null);
        if (token.State is TokenState.Incident or TokenState.Stuck)
            messages.Add(new IncidentMended(token.Id, token.Node));
    }

    /// <summary>Tells that a step has left the inboxes, if it was in them.</summary>
    private void Close(Token token, ClosedBy by, string? action)
    {
        if (token.State is not (TokenState.Task or TokenState.Suspended or TokenState.Message))
            return;
        var node = NodeOf(token);
        if (node.Kind == FlowNodeKind.UserTask || node.Step is not null)
            messages.Add(new StepClosed(token.Id, node, by, action));
    }

    private void Write(HistoryKind kind, string node, int token, string? flow = null, string? action = null, string? note = null) =>
        history.Add(new HistoryEntry(++lastHistory, now, kind, node, token, flow, action, command.Actor, note ?? command.Note));
}
