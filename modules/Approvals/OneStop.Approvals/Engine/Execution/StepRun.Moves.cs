using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>How a token enters and leaves each kind of node.</summary>
internal sealed partial class StepRun
{
    private void Enter(Work work)
    {
        var node = work.Node;
        // What announces something waits until everybody who may hear it is ready; a second time in the queue it is its turn.
        switch (node.Kind)
        {
            case FlowNodeKind.StartEvent:
            case FlowNodeKind.BoundaryEvent:
                Note(work);
                Fan(node, work.Scope);
                break;
            case FlowNodeKind.EndEvent:
            case FlowNodeKind.ThrowEvent:
                Note(work);
                Throw(work);
                break;
            case FlowNodeKind.CatchEvent:
                Catch(work);
                break;
            case FlowNodeKind.EventGateway:
                Race(work);
                break;
            case FlowNodeKind.ExclusiveGateway:
                Note(work);
                Choose(work);
                break;
            case FlowNodeKind.ParallelGateway:
                Synchronise(work);
                break;
            case FlowNodeKind.InclusiveGateway:
            case FlowNodeKind.ComplexGateway:
                Gather(work);
                break;
            default:
                EnterActivity(work);
                break;
        }
    }

    private void Note(Work work) => Write(HistoryKind.Entered, work.Node.Id, 0, work.Flow?.Id);

    /// <summary>Sends a token on its way: at once, or after everything that can still get ready to wait.</summary>
    private void Send(FlowNode node, SequenceFlow? flow, int scope)
    {
        var work = new Work(node, flow, scope);
        (node.Announces ? announcements : works).Enqueue(work);
    }

    /// <summary>Every flow whose condition holds is taken; the default only when none was. Without any way out the token rests in an incident.</summary>
    private void Fan(FlowNode node, int scope)
    {
        touched.Add(scope);
        if (node.Outgoing.Count == 0)
            return;
        var found = false;
        string? failure = null;
        foreach (var flow in node.Outgoing)
        {
            if (flow != node.Default && Holds(flow, scope, ref failure))
            {
                found = true;
                Send(flow.Target, flow, scope);
            }
        }

        if (!found && node.Default is { } otherwise)
            Send(otherwise.Target, otherwise, scope);
        else if (!found)
            Stick(node, scope, failure);
    }

    private void Choose(Work work)
    {
        string? failure = null;
        var node = work.Node;
        foreach (var flow in node.Outgoing)
        {
            if (flow == node.Default || !Holds(flow, work.Scope, ref failure))
                continue;
            Send(flow.Target, flow, work.Scope);
            return;
        }

        if (node.Default is { } otherwise)
            Send(otherwise.Target, otherwise, work.Scope);
        else if (node.Outgoing.Count > 0)
            Raise(Stand(work, TokenState.Incident), failure is null ? Incidents.NoWayOut : Incidents.ExpressionFailed, failure ?? "");
    }

    private void Stick(FlowNode node, int scope, string? failure) =>
        Raise(Stand(new Work(node, null, scope), TokenState.Stuck), failure is null ? Incidents.NoWayOut : Incidents.ExpressionFailed, failure ?? "");

    /// <summary>Parks a token and says so in the history.</summary>
    private Token Stand(Work work, TokenState state)
    {
        var token = Park(work, state);
        Write(state == TokenState.Join ? HistoryKind.Arrived : HistoryKind.Entered, work.Node.Id, token.Id, work.Flow?.Id);
        return token;
    }

    private bool Holds(SequenceFlow flow, int scope, ref string? failure)
    {
        if (flow.Condition is null)
            return true;
        var result = flow.Condition.Evaluate(flow.Source.Kind == FlowNodeKind.ComplexGateway ? new PhaseView(See(scope), starting: true) : See(scope));
        failure ??= result.Error is null ? null : $"{flow.Id}: {result.Error}";
        return result.IsTrue;
    }

    /// <summary>A waiting token has got what it waited for.</summary>
    private void Leave(Token token, FlowNode node, HistoryKind kind, string? action = null)
    {
        Write(kind, node.Id, token.Id, action: action);
        Remove(token);
        Fan(node, token.Scope);
    }
}
