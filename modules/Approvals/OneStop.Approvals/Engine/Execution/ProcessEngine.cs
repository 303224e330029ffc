using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>The pure step function: no I/O, no clock, no randomness. The same input always gives the same output.</summary>
internal static class ProcessEngine
{
    private static readonly EngineCommand Looking = new(Guid.Empty, new SetVariables(new Dictionary<string, object?>()));

    public static StepResult Step(ProcessDefinition definition, InstanceState state, EngineCommand command, DateTimeOffset now)
    {
        if (state.Applied.Contains(command.Id))
            return StepResult.Refused(state, Refusal.AlreadyApplied);
        if (state.IsEnded)
            return StepResult.Refused(state, Refusal.InstanceEnded);
        if (state.Status == InstanceStatus.New && command.Event is not StartInstance)
            return StepResult.Refused(state, Refusal.NotStarted);

        var run = new StepRun(definition, state, command, now);
        var refusal = Apply(run, command);
        return refusal == Refusal.None ? run.Finish() : StepResult.Refused(state, refusal);
    }

    private static Refusal Apply(StepRun run, EngineCommand command) => command.Event switch
    {
        StartInstance start => Start(run, start),
        CompleteTask complete => Complete(run, complete),
        SendBack back => GoBack(run, back),
        Suspend suspend => Pause(run, suspend),
        Resume resume => GoOn(run, resume),
        Deliver message => Receive(run, message),
        Announce signal => Hear(run, signal),
        SetVariables set => Change(run, set),
        FireTimer timer => Fire(run, timer),
        ServiceDone done => FinishService(run, done),
        ServiceFailed failed => FailService(run, failed),
        Retry retry => TryAgain(run, retry),
        Skip skip => PassOver(run, skip),
        Move move => TakeElsewhere(run, move),
        Remark remark => Note(run, remark),
        Terminate end => End(run, end),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Event, null),
    };

    private static Refusal Start(StepRun run, StartInstance start)
    {
        if (run.Status != InstanceStatus.New)
            return Refusal.AlreadyStarted;
        FlowNode? trigger = null;
        if (start.Trigger is { } id && !run.Definition.TryFind(id, out trigger))
            return Refusal.UnknownTrigger;
        if (trigger is null)
            run.Merge(start.Variables);
        else
            run.MergeAt(trigger, start.Variables, 0);
        if (trigger is not null && start.Carried.Count > 0)
            run.MergeAt(trigger, StepRun.Taken(trigger, start.Carried), 0);
        run.Begin(trigger);
        return Refusal.None;
    }

    private static Refusal Complete(StepRun run, CompleteTask complete)
    {
        if (run.Find(complete.Token) is not { State: TokenState.Task or TokenState.Message } token)
            return Refusal.Gone;
        var node = run.NodeOf(token);
        // A step that names its buttons accepts no other; a foreign file that names none accepts any.
        if (node.Kind == FlowNodeKind.UserTask && node.Actions.Count > 0 && !node.Actions.Any(a => a.Key == complete.Action && a.Kind == ActionKind.Approve))
            return Refusal.UnknownAction;
        run.Merge(complete.Variables, token.Scope, token);
        run.Set("action", complete.Action);
        run.CompleteStep(token, complete.Action, node.Kind == FlowNodeKind.UserTask ? ClosedBy.Completed : ClosedBy.Received);
        return Refusal.None;
    }

    private static Refusal GoBack(StepRun run, SendBack back)
    {
        if (run.Find(back.Token) is not { State: TokenState.Task } token)
            return Refusal.Gone;
        if (token.Inner || EarlierSteps(run.Definition, run.Before, token).FirstOrDefault(node => node.Id == back.ToNode) is not { } target)
            return Refusal.NotAnEarlierStep;
        run.SendBack(token, target);
        return Refusal.None;
    }

    private static Refusal Pause(StepRun run, Suspend suspend)
    {
        var open = run.Where(TokenState.Task).FindAll(token => suspend.Token is null || token.Id == suspend.Token);
        if (open.Count == 0)
            return suspend.Token is null ? Refusal.NothingWaits : Refusal.Gone;
        foreach (var token in open)
            run.SuspendStep(token, suspend.Why);
        return Refusal.None;
    }

    private static Refusal GoOn(StepRun run, Resume resume)
    {
        var waiting = run.Where(TokenState.Suspended).FindAll(token => token.Why == resume.Why);
        if (waiting.Count == 0)
            return Refusal.NothingWaits;
        run.Merge(resume.Variables);
        foreach (var token in waiting)
            run.ResumeStep(token);
        return Refusal.None;
    }

    private static Refusal Receive(StepRun run, Deliver message) =>
        run.Receive(message.Message, message.Variables, message.Thrown) ? Refusal.None : Refusal.NothingWaits;

    private static Refusal Hear(StepRun run, Announce signal)
    {
        run.Merge(signal.Variables);
        return run.Broadcast(signal.Signal) ? Refusal.None : Refusal.NothingWaits;
    }

    private static Refusal Change(StepRun run, SetVariables set)
    {
        run.Merge(set.Variables);
        return Refusal.None;
    }

    private static Refusal Fire(StepRun run, FireTimer timer) => run.Fire(timer.Timer) ? Refusal.None : Refusal.Gone;

    private static Refusal FinishService(StepRun run, ServiceDone done)
    {
        if (run.Find(done.Token) is not { State: TokenState.Service } token)
            return Refusal.Gone;
        run.Merge(done.Variables, token.Scope, token);
        run.CompleteService(token);
        return Refusal.None;
    }

    private static Refusal FailService(StepRun run, ServiceFailed failed)
    {
        if (run.Find(failed.Token) is not { State: TokenState.Service } token)
            return Refusal.Gone;
        run.Raise(token, failed.Code, failed.Detail);
        return Refusal.None;
    }

    private static Refusal TryAgain(StepRun run, Retry retry)
    {
        if (run.Find(retry.Token) is not { State: TokenState.Incident or TokenState.Stuck } token)
            return Refusal.Gone;
        run.Merge(retry.Variables, token.Scope);
        run.Retry(token);
        return Refusal.None;
    }

    private static Refusal PassOver(StepRun run, Skip skip)
    {
        if (run.Find(skip.Token) is not { } token)
            return Refusal.Gone;
        return run.Skip(token) ? Refusal.None : Refusal.NotSkippable;
    }

    private static Refusal TakeElsewhere(StepRun run, Move move)
    {
        if (run.Find(move.Token) is not { } token)
            return Refusal.Gone;
        if (run.TargetsOf(token).FirstOrDefault(node => node.Id == move.ToNode) is not { } target)
            return Refusal.NotATarget;
        run.Move(token, target);
        return Refusal.None;
    }

    private static Refusal Note(StepRun run, Remark remark)
    {
        if (run.Find(remark.Token) is not { } token)
            return Refusal.Gone;
        run.Remark(token, remark.Action);
        return Refusal.None;
    }

    private static Refusal End(StepRun run, Terminate end)
    {
        run.Terminate(end.Outcome);
        return Refusal.None;
    }

    /// <summary>Where a token stands, in called processes too.</summary>
    public static FlowNode NodeOf(ProcessDefinition definition, InstanceState state, Token token) => new StepRun(definition, state, Looking, token.Since).NodeOf(token);

    /// <summary>Tokens that stand in the process itself, not in one it calls.</summary>
    public static IReadOnlySet<int> OwnTokens(ProcessDefinition definition, InstanceState state)
    {
        var run = new StepRun(definition, state, Looking, default);
        return state.Tokens.Where(token => ReferenceEquals(run.ProcessOf(token.Scope), definition)).Select(token => token.Id).ToHashSet();
    }

    /// <summary>Whether an operator may pass over what a token stands at.</summary>
    public static bool MaySkip(ProcessDefinition definition, InstanceState state, Token token) => new StepRun(definition, state, Looking, token.Since).IsSkippable(token);

    /// <summary>Where an operator may take a token, in the order of the file.</summary>
    public static IReadOnlyList<FlowNode> MoveTargets(ProcessDefinition definition, InstanceState state, Token token) =>
        [.. new StepRun(definition, state, Looking, token.Since).TargetsOf(token)];

    /// <summary>What a token's element sees of the variables named.</summary>
    public static IReadOnlyDictionary<string, object?> Seen(ProcessDefinition definition, InstanceState state, Token token, IEnumerable<string> names) =>
        new StepRun(definition, state, Looking, token.Since).Seen(token, names);

    /// <summary>The signals that would move the instance now.</summary>
    public static IReadOnlySet<string> AwaitedSignals(ProcessDefinition definition, InstanceState state) =>
        state.Status == InstanceStatus.Running ? new StepRun(definition, state, Looking, default).Awaited(EventKind.Signal) : new HashSet<string>();

    /// <summary>The steps a dossier can be sent back to from where a token stands: passed, and on a way that leads here. Nearest last.</summary>
    public static IReadOnlyList<FlowNode> EarlierSteps(ProcessDefinition definition, InstanceState state, Token token)
    {
        if (!definition.TryFind(token.Node, out var here))
            return [];
        var steps = new List<FlowNode>();
        foreach (var id in state.Visited)
        {
            if (id != token.Node && definition.TryFind(id, out var node) && node.Scope == here.Scope && definition.RegionFrom(node).Contains(here))
                steps.Add(node);
        }

        return steps;
    }
}
