using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Events that wait, and events that are thrown.</summary>
internal sealed partial class StepRun
{
    private void BeginAt(FlowNode trigger)
    {
        if (trigger.Kind == FlowNodeKind.StartEvent)
        {
            works.Enqueue(new Work(trigger, null, 0));
            return;
        }

        var gateway = trigger.Incoming.Select(flow => flow.Source).FirstOrDefault(source => source.Instantiates);
        Write(HistoryKind.Caught, trigger.Id, 0);
        Fan(trigger, 0);
        if (gateway is not { InstantiatesAll: true })
            return;
        // The other events of a parallel start are still required.
        foreach (var other in gateway.Outgoing.Where(flow => flow.Target != trigger))
            Send(other.Target, other, 0);
    }

    private void Catch(Work work)
    {
        var node = work.Node;
        if (node.Has(EventKind.Link))
        {
            Note(work);
            Fan(node, work.Scope);
            return;
        }

        var token = Stand(work, node.Message is not null ? TokenState.Message : node.Timer is not null ? TokenState.Timer : TokenState.Event);
        token = TakeInputs(token, node);
        if (token.State == TokenState.Message && node.Step is not null)
            messages.Add(new StepOpened(token.Id, node));
        ArmEvent(token, node);
    }

    private void Race(Work work)
    {
        var token = Stand(work, TokenState.Race);
        foreach (var flow in work.Node.Outgoing)
        {
            if (Find(token.Id) is { State: TokenState.Race })
                ArmEvent(token, flow.Target);
        }
    }

    private void LeaveEvent(Token token, FlowNode node)
    {
        GiveOutputs(token, node);
        Remove(token);
        Fan(node, token.Scope);
    }

    /// <summary>A throwing event or end event: all it has to say, then on, unless that has ended the scope it stands in.</summary>
    private void Throw(Work work)
    {
        var node = work.Node;
        if (node.Events.Count == 0)
        {
            EndOf(node);
            Fan(node, work.Scope);
            return;
        }

        if (node.LinkTarget is { } link)
        {
            Send(link, null, work.Scope);
            return;
        }

        // Held by a token: whatever interrupts the scope takes it away, and then nothing follows.
        var token = Park(work, TokenState.Open);
        token = TakeInputs(token, node);
        foreach (var spec in node.Events)
        {
            ThrowOne(token, node, spec);
            if (Find(token.Id) is not { State: TokenState.Open } || Status != InstanceStatus.Running)
                return;
        }

        EndOf(node);
        Remove(token);
        Fan(node, token.Scope);
    }

    private void EndOf(FlowNode node)
    {
        if (node.Kind == FlowNodeKind.EndEvent)
            outcome = node.Outcome ?? outcome;
    }

    private void ThrowOne(Token token, FlowNode node, EventSpec spec)
    {
        switch (spec.Kind)
        {
            case EventKind.Message:
                Throw(token, node, spec);
                break;
            case EventKind.Signal:
                Broadcast(spec.Name ?? "");
                messages.Add(new SignalThrown(spec.Name ?? "", node.Id));
                break;
            case EventKind.Escalation:
                Escalate(token, spec.Name);
                break;
            case EventKind.Error:
                ThrowError(token, spec.Name ?? "");
                break;
            case EventKind.Terminate:
                EndScope(token, node);
                break;
            case EventKind.Cancel:
                CancelTransaction(token);
                break;
            case EventKind.Compensation:
                Compensate(token, spec);
                break;
        }
    }

    private void Throw(Token token, FlowNode node, EventSpec message) => messages.Add(new MessageThrown(message.Name ?? "", node.Id, Carried(token, node)));

    private void EndScope(Token token, FlowNode node)
    {
        if (token.Scope == 0)
        {
            Remove(token);
            Terminate(node.Outcome ?? "terminated");
            return;
        }

        Remove(token);
        KillContents(token.Scope);
        touched.Add(token.Scope);
    }

    public bool Broadcast(string signal)
    {
        var all = WaitingFor(EventKind.Signal, signal).ToList();
        foreach (var waiting in all)
            Happen(waiting);
        return all.Count > 0;
    }

    /// <summary>The innermost of those who wait for a message gets it, and nobody else.</summary>
    public bool Receive(string message, IReadOnlyDictionary<string, object?> values, bool thrown)
    {
        if (WaitingFor(EventKind.Message, message).FirstOrDefault() is not { } waiting)
            return false;
        if (thrown)
            values = Taken(waiting.Node, values);
        if (waiting.OfScope)
            MergeAt(waiting.Node, values, waiting.Owner);
        else if (Find(waiting.Owner)! is var token && token.Node == waiting.Node.Id)
            Merge(values, token.Scope, token);
        else
            MergeAt(waiting.Node, values, token.Scope);
        Happen(waiting);
        return true;
    }

    private bool AllSeen(Waiting waiting)
    {
        if (!waiting.Node.ParallelMultiple)
            return true;
        var index = latches.FindIndex(latch => latch.Owner == waiting.Owner && latch.OfScope == waiting.OfScope && latch.Node == waiting.Node.Id);
        var latch = index < 0 ? new Latch(waiting.Owner, waiting.OfScope, waiting.Node.Id, 0) : latches[index];
        latch = latch with { Seen = latch.Seen | (1 << waiting.Index) };
        var all = latch.Seen == (1 << waiting.Node.Events.Count) - 1;
        if (index >= 0)
            latches.RemoveAt(index);
        if (!all)
            latches.Add(latch);
        return all;
    }

    /// <summary>Something that was waited for has happened.</summary>
    private void Happen(Waiting waiting, bool timed = false)
    {
        var node = waiting.Node;
        if (waiting.OfScope)
        {
            if (IsOpen(waiting.Owner) && !IsTaken(waiting.Owner) && AllSeen(waiting))
                StartHandler(waiting.Owner, node, timed);
            return;
        }

        if (Find(waiting.Owner) is not { } token || !AllSeen(waiting))
            return;
        if (node.Kind == FlowNodeKind.BoundaryEvent)
        {
            HappenAtBoundary(token, node, timed);
        }
        else if (token.State == TokenState.Race)
        {
            Write(timed ? HistoryKind.TimerFired : HistoryKind.Caught, node.Id, token.Id);
            Write(HistoryKind.Left, token.Node, token.Id);
            Remove(token);
            Fan(node, token.Scope);
        }
        else if (node.IsActivity)
        {
            CompleteStep(token, waiting.Spec.Name ?? "", ClosedBy.Received);
        }
        else
        {
            Write(timed ? HistoryKind.TimerFired : HistoryKind.Received, node.Id, token.Id, action: waiting.Spec.Name);
            Close(token, ClosedBy.Received, waiting.Spec.Name);
            LeaveEvent(token, node);
        }
    }

    private void HappenAtBoundary(Token token, FlowNode node, bool timed)
    {
        Write(timed ? HistoryKind.TimerFired : HistoryKind.Caught, node.Id, token.Id);
        if (node.Interrupting)
            Interrupt(token, timed ? ClosedBy.Timer : ClosedBy.Withdrawn);
        Fan(node, token.Scope);
        if (node.Interrupting && token.Run != 0)
            ContinueRun(token.Run);
    }

    private void Interrupt(Token token, ClosedBy by)
    {
        foreach (var inside in scopes.Where(scope => scope.Host == token.Id).ToList())
            Kill(inside);
        Close(token, by, null);
        Write(HistoryKind.Interrupted, token.Node, token.Id);
        Remove(token);
    }

    /// <summary>An event sub-process begins; an interrupting one takes the scope over.</summary>
    private void StartHandler(int scope, FlowNode start, bool timed)
    {
        if (start.Interrupting)
        {
            KillContents(scope);
            DisarmScope(scope);
            if (scope == 0)
                taken = true;
            else
                Replace(ScopeOf(scope) with { Taken = true });
        }

        var handler = start.Scope.Owner!;
        var opened = OpenHandler(scope, handler, 0);
        Write(timed ? HistoryKind.TimerFired : HistoryKind.Caught, start.Id, 0);
        Write(HistoryKind.Entered, handler.Id, 0);
        works.Enqueue(new Work(start, null, opened.Id));
    }

    private Scope OpenHandler(int scope, FlowNode handler, int run)
    {
        var opened = new Scope(++lastId, scope, ScopeKind.EventSubProcess, handler.Id) { Run = run, Variables = Declare(NoLocals, handler.Body!) };
        scopes.Add(opened);
        ArmHandlers(opened.Id, handler.Body!);
        return opened;
    }
}
