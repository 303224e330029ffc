using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>How a token enters and leaves each kind of node.</summary>
internal sealed partial class StepRun
{
    public void CompleteStep(Token token, string action, ClosedBy by)
    {
        var node = Definition[token.Node];
        Write(by == ClosedBy.Completed ? HistoryKind.Completed : HistoryKind.Received, node.Id, token.Id, action: action);
        messages.Add(new StepClosed(token.Id, node.Id, by, action));
        if (node.Kind == FlowNodeKind.UserTask && !visited.Contains(node.Id))
            visited = visited.Add(node.Id);
        Leave(token, node);
    }

    public void CompleteService(Token token)
    {
        Write(HistoryKind.Left, token.Node, token.Id);
        Leave(token, Definition[token.Node]);
    }

    public void SendBack(Token token, FlowNode target)
    {
        Write(HistoryKind.SentBack, token.Node, token.Id, action: target.Id);
        messages.Add(new StepClosed(token.Id, token.Node, ClosedBy.SentBack, target.Id));
        Remove(token);
        var region = Definition.RegionFrom(target);
        foreach (var other in tokens.Where(other => Belongs(other, region)).ToList())
            Withdraw(other);
        arrivals.Enqueue(new Arrival(target, null));
    }

    public void SuspendStep(Token token, string why)
    {
        Disarm(token);
        Replace(token, TokenState.Suspended, why);
        Write(HistoryKind.Suspended, token.Node, token.Id, action: why);
        messages.Add(new StepSuspended(token.Id, token.Node));
    }

    public void ResumeStep(Token token)
    {
        Replace(token, TokenState.Task);
        Write(HistoryKind.Resumed, token.Node, token.Id);
        messages.Add(new StepResumed(token.Id, token.Node));
        ArmBoundaries(token, Definition[token.Node]);
    }

    public void Remark(Token token, string action) => Write(HistoryKind.Remarked, token.Node, token.Id, action: action);

    public void Raise(Token token, string code, string detail)
    {
        Disarm(token);
        if (token.State is TokenState.Task or TokenState.Message)
            messages.Add(new StepClosed(token.Id, token.Node, ClosedBy.Withdrawn, null));
        if (token.State != TokenState.Stuck)
            Replace(token, TokenState.Incident);
        Write(HistoryKind.Incident, token.Node, token.Id, action: code, note: detail);
        messages.Add(new IncidentRaised(token.Id, token.Node, code, detail));
    }

    public void Retry(Token token)
    {
        Remove(token);
        Write(HistoryKind.Retried, token.Node, token.Id);
        messages.Add(new IncidentMended(token.Id, token.Node));
        var node = Definition[token.Node];
        if (token.State == TokenState.Stuck)
            Fan(node);
        else
            arrivals.Enqueue(new Arrival(node, node.Incoming.FirstOrDefault(flow => flow.Id == token.Flow)));
    }

    private bool Belongs(Token token, Region region) => token.State == TokenState.Join
        ? Definition[token.Node].Incoming.Any(flow => flow.Id == token.Flow && region.Contains(flow))
        : region.Contains(Definition[token.Node]);

    private void Enter(Arrival arrival)
    {
        var node = arrival.Node;
        switch (node.Kind)
        {
            case FlowNodeKind.UserTask:
                Wait(arrival, TokenState.Task);
                break;
            case FlowNodeKind.MessageWait:
                Wait(arrival, TokenState.Message);
                break;
            case FlowNodeKind.ServiceTask:
                var service = Wait(arrival, TokenState.Service);
                jobs.Add(new RunService(service.Id, node.Id, node.Service!));
                break;
            case FlowNodeKind.TimerWait:
                Arm(Wait(arrival, TokenState.Timer), node);
                break;
            case FlowNodeKind.ExclusiveGateway:
                Note(arrival);
                Choose(arrival);
                break;
            case FlowNodeKind.ParallelGateway:
                Synchronise(arrival);
                break;
            case FlowNodeKind.TerminateEnd:
                Note(arrival);
                outcome = node.Outcome ?? "terminated";
                Terminate(outcome);
                break;
            case FlowNodeKind.End:
                Note(arrival);
                outcome = node.Outcome ?? outcome;
                break;
            default:
                Note(arrival);
                Fan(node);
                break;
        }
    }

    private Token Wait(Arrival arrival, TokenState state)
    {
        var token = Park(arrival, state);
        Write(HistoryKind.Entered, arrival.Node.Id, token.Id, arrival.Flow?.Id);
        if (state is TokenState.Task or TokenState.Message)
            messages.Add(new StepOpened(token.Id, arrival.Node.Id));
        ArmBoundaries(token, arrival.Node);
        return token;
    }

    private void Note(Arrival arrival) => Write(HistoryKind.Entered, arrival.Node.Id, 0, arrival.Flow?.Id);

    private void Leave(Token token, FlowNode node)
    {
        Remove(token);
        Fan(node);
    }

    /// <summary>Every flow whose condition holds is taken; the default only when none was. Without any way out the token rests in an incident.</summary>
    private void Fan(FlowNode node)
    {
        var taken = 0;
        string? failure = null;
        foreach (var flow in node.Outgoing)
        {
            if (flow != node.Default && Holds(flow, ref failure))
            {
                taken++;
                arrivals.Enqueue(new Arrival(flow.Target, flow));
            }
        }

        if (taken == 0 && node.Default is { } otherwise)
            arrivals.Enqueue(new Arrival(otherwise.Target, otherwise));
        else if (taken == 0 && node.Outgoing.Count > 0)
            Raise(Park(new Arrival(node, null), TokenState.Stuck), failure is null ? NoWayOut : ExpressionFailed, failure ?? "");
    }

    private void Choose(Arrival arrival)
    {
        string? failure = null;
        var node = arrival.Node;
        foreach (var flow in node.Outgoing)
        {
            if (flow == node.Default || !Holds(flow, ref failure))
                continue;
            arrivals.Enqueue(new Arrival(flow.Target, flow));
            return;
        }

        if (node.Default is { } otherwise)
            arrivals.Enqueue(new Arrival(otherwise.Target, otherwise));
        else if (node.Outgoing.Count > 0)
            Raise(Park(arrival, TokenState.Incident), failure is null ? NoWayOut : ExpressionFailed, failure ?? "");
    }

    private void Synchronise(Arrival arrival)
    {
        var node = arrival.Node;
        if (node.Incoming.Count > 1)
        {
            Park(arrival, TokenState.Join);
            var parked = tokens.FindAll(token => token.State == TokenState.Join && token.Node == node.Id);
            var one = node.Incoming.Select(flow => parked.Find(token => token.Flow == flow.Id)).ToList();
            if (one.Contains(null))
                return;
            foreach (var token in one)
                Remove(token!);
        }

        Note(arrival);
        Fan(node);
    }

    private bool Holds(SequenceFlow flow, ref string? failure)
    {
        if (flow.Condition is null)
            return true;
        var result = flow.Condition.Evaluate(variables);
        failure ??= result.Error is null ? null : $"{flow.Id}: {result.Error}";
        return result.IsTrue;
    }
}
