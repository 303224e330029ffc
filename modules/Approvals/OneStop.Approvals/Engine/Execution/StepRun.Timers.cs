using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Timers: the engine says what to wait for, the shell keeps the clock and the working calendar.</summary>
internal sealed partial class StepRun
{
    public bool Fire(int timerId)
    {
        if (timers.Find(timer => timer.Id == timerId) is not { } timer || Find(timer.Token) is not { } token)
            return false;
        timers.Remove(timer);
        var node = Definition[timer.Node];
        Write(HistoryKind.TimerFired, node.Id, token.Id);
        if (node.Kind == FlowNodeKind.TimerWait)
        {
            Leave(token, node);
        }
        else if (node.Interrupting)
        {
            if (token.State is TokenState.Task or TokenState.Message)
                messages.Add(new StepClosed(token.Id, token.Node, ClosedBy.Timer, null));
            Remove(token);
            Fan(node);
        }
        else
        {
            if (timer.Left is null or > 1 && node.Timer!.Kind == TimerKind.Cycle)
                Arm(token, node, timer.Left - 1);
            Fan(node);
        }

        return true;
    }

    private void ArmBoundaries(Token token, FlowNode node)
    {
        foreach (var boundary in node.Boundaries)
        {
            if (tokens.Exists(t => t.Id == token.Id && t.State != TokenState.Incident))
                Arm(token, boundary);
        }
    }

    private void Arm(Token token, FlowNode node)
    {
        var (after, at, left) = Due(node.Timer!);
        if (after is null && at is null)
        {
            Raise(token, BadTimer, node.Timer!.Value);
            return;
        }

        // "R0/..." repeats nothing.
        if (left == 0)
            return;
        Start(token, node, after, at, left);
    }

    private void Arm(Token token, FlowNode node, int? left)
    {
        var (after, at, _) = Due(node.Timer!);
        if (after is not null)
            Start(token, node, after, at, left);
    }

    private void Start(Token token, FlowNode node, TimeSpan? after, DateTimeOffset? at, int? left)
    {
        var timer = new ArmedTimer(++lastId, token.Id, node.Id, left);
        timers.Add(timer);
        jobs.Add(new StartTimer(timer.Id, token.Id, node.Id, after, at, node.Timer!.WorkingTime));
    }

    private (TimeSpan? After, DateTimeOffset? At, int? Left) Due(TimerSpec spec)
    {
        var text = spec.Expression is null ? spec.Value : spec.Expression.Evaluate(variables).Value as string ?? "";
        switch (spec.Kind)
        {
            case TimerKind.Duration:
                return (IsoTime.ParseDuration(text), null, null);
            case TimerKind.Date:
                return (null, IsoTime.ParseDate(text), null);
            default:
                return IsoTime.ParseCycle(text) is { } cycle ? (cycle.Interval, null, cycle.Repetitions) : (null, null, null);
        }
    }

    private void Disarm(Token token)
    {
        foreach (var timer in timers.Where(timer => timer.Token == token.Id).ToList())
        {
            timers.Remove(timer);
            jobs.Add(new CancelTimer(timer.Id));
        }
    }
}
