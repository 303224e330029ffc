using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>What people and services do with a waiting token.</summary>
internal sealed partial class StepRun
{
    public void CompleteStep(Token token, string action, ClosedBy by)
    {
        var node = NodeOf(token);
        Write(by == ClosedBy.Completed ? HistoryKind.Completed : HistoryKind.Received, node.Id, token.Id, action: action);
        Close(token, by, action);
        if (node.Kind == FlowNodeKind.UserTask && !visited.Contains(node.Id))
            visited = visited.Add(node.Id);
        if (node.IsActivity)
            CompleteActivity(token, node);
        else
            LeaveEvent(token, node);
    }

    public void CompleteService(Token token) => Done(token, NodeOf(token));

    public void SendBack(Token token, FlowNode target)
    {
        Write(HistoryKind.SentBack, token.Node, token.Id, action: target.Id);
        Close(token, ClosedBy.SentBack, target.Id);
        Remove(token);
        var region = DefinitionOf(token.Scope).RegionFrom(target);
        foreach (var other in tokens.Where(other => other.Scope == token.Scope && Belongs(other, region)).ToList())
            Kill(other);
        Send(target, null, token.Scope);
    }

    public void SuspendStep(Token token, string why)
    {
        Disarm(token);
        Replace(token with { State = TokenState.Suspended, Why = why });
        Write(HistoryKind.Suspended, token.Node, token.Id, action: why);
        messages.Add(new StepSuspended(token.Id, token.Node));
    }

    public void ResumeStep(Token token)
    {
        var open = Replace(token with { State = TokenState.Task, Why = null });
        Write(HistoryKind.Resumed, token.Node, token.Id);
        messages.Add(new StepResumed(token.Id, token.Node));
        ArmBoundaries(open, NodeOf(token));
    }

    public void Remark(Token token, string action) => Write(HistoryKind.Remarked, token.Node, token.Id, action: action);

    public void Raise(Token token, string code, string detail)
    {
        Disarm(token);
        Close(token, ClosedBy.Withdrawn, null);
        if (token.State != TokenState.Stuck)
            Replace(token with { State = TokenState.Incident, Why = null });
        Write(HistoryKind.Incident, token.Node, token.Id, action: code, note: detail);
        messages.Add(new IncidentRaised(token.Id, token.Node, code, detail));
    }

    public void Retry(Token token)
    {
        var node = NodeOf(token);
        messages.Add(new IncidentMended(token.Id, token.Node));
        Write(HistoryKind.Retried, token.Node, token.Id);
        if (token.Inner || token.Run != 0)
        {
            Replace(token with { State = TokenState.Queued });
            works.Enqueue(new Work(node, null, token.Scope, token.Run, token.Id));
            return;
        }

        Abandon(token);
        if (token.State == TokenState.Stuck)
            Fan(node, token.Scope);
        else
            Send(node, node.Incoming.FirstOrDefault(flow => flow.Id == token.Flow), token.Scope);
    }

    private bool Belongs(Token token, Region region)
    {
        var node = NodeOf(token);
        return token.State == TokenState.Join ? node.Incoming.Any(flow => flow.Id == token.Flow && region.Contains(flow)) : region.Contains(node);
    }
}
