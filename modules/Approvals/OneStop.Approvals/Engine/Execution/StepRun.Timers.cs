using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Timers: the engine says what to wait for, the shell keeps the clock and the working calendar.</summary>
internal sealed partial class StepRun
{
    public bool Fire(int timerId)
    {
        if (timers.Find(timer => timer.Id == timerId) is not { } timer)
            return false;
        var token = timer.OfScope ? null : Find(timer.Token);
        if (timer.OfScope ? !IsOpen(timer.Token) : token is null)
            return false;
        timers.Remove(timer);
        var node = DefinitionOf(timer.OfScope ? timer.Token : token!.Scope)[timer.Node];
        if (node.Kind == FlowNodeKind.ScriptTask)
        {
            works.Enqueue(new Work(node, null, token!.Scope, token.Run, token.Id));
            return true;
        }

        var index = 0;
        while (node.Events[index].Kind != EventKind.Timer)
            index++;
        var spec = node.Events[index];
        var repeats = spec.Timer!.Kind == TimerKind.Cycle && timer.Left is null or > 1;
        if (repeats && !node.Interrupting && node.Kind is FlowNodeKind.BoundaryEvent or FlowNodeKind.StartEvent)
            Again(timer, node, spec.Timer!, token);
        Happen(new Waiting(timer.Token, timer.OfScope, node, spec, index, 0), timed: true);
        return true;
    }

    private void ArmBoundaries(Token token, FlowNode node)
    {
        foreach (var boundary in node.Boundaries)
        {
            if (Find(token.Id) is { State: not TokenState.Incident })
                ArmEvent(token, boundary);
        }
    }

    /// <summary>Starts the timers of one event that a token waits for.</summary>
    private void ArmEvent(Token token, FlowNode node)
    {
        foreach (var spec in node.Events)
        {
            if (spec.Timer is { } timer && !Arm(token.Id, ofScope: false, node, timer, token))
                Raise(Find(token.Id)!, Incidents.BadTimer, timer.Value);
        }
    }

    private void ArmHandlers(int scope, ScopeDefinition body)
    {
        foreach (var start in body.Handlers)
        {
            foreach (var spec in start.Events)
            {
                if (spec.Timer is { } timer && !Arm(scope, ofScope: true, start, timer, null))
                    Raise(Stand(new Work(start, null, scope), TokenState.Stuck), Incidents.BadTimer, timer.Value);
            }
        }
    }

    private bool Arm(int owner, bool ofScope, FlowNode node, TimerSpec spec, Token? token)
    {
        var due = spec.DueFrom(now, token is null ? See(owner) : See(token));
        if (due is null)
            return false;
        // "R0/..." repeats nothing.
        if (due.Repetitions != 0)
            StartClock(owner, ofScope, node, spec, due, due.Repetitions);
        return true;
    }

    private void Again(ArmedTimer timer, FlowNode node, TimerSpec spec, Token? token)
    {
        if (spec.DueFrom(now, token is null ? See(timer.Token) : See(token)) is not { Interval: { } interval } || spec.In(interval, now, null) is not { } next)
            return;
        var left = timer.Left - 1;
        if (interval.IsLong && timer.From is { } first)
        {
            // Each from the first, or the 31st would wear down to the 28th. What was missed while nothing ran comes once.
            var times = timer.Times + 1;
            for (; interval.AfterFrom(first, times) <= now; times++)
                left--;
            next = next with { At = interval.AfterFrom(first, times), From = first, Times = times };
        }

        if (left is not <= 0)
            StartClock(timer.Token, timer.OfScope, node, spec, next, left);
    }

    private void StartClock(int owner, bool ofScope, FlowNode node, TimerSpec spec, TimerDue due, int? left)
    {
        var timer = new ArmedTimer(++lastId, owner, node.Id, left, ofScope) { From = due.Interval is { IsLong: true } ? due.From : null, Times = due.Times };
        timers.Add(timer);
        jobs.Add(new StartTimer(timer.Id, owner, node.Id, due.After, due.At, spec.WorkingTime));
    }

    private void Disarm(Token token)
    {
        if (timers.Count > 0)
            Disarm(timer => !timer.OfScope && timer.Token == token.Id);
    }

    private void DisarmScope(int scope) => Disarm(timer => timer.OfScope && timer.Token == scope);

    private void Disarm(Predicate<ArmedTimer> which)
    {
        foreach (var timer in timers.FindAll(which))
        {
            timers.Remove(timer);
            jobs.Add(new CancelTimer(timer.Id));
        }
    }
}
