using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Gateways that wait for several tokens.</summary>
internal sealed partial class StepRun
{
    private readonly List<OpenGate> gates;

    /// <summary>Takes exactly one token of each incoming flow.</summary>
    private void Synchronise(Work work)
    {
        var node = work.Node;
        if (node.Incoming.Count > 1)
        {
            Stand(work, TokenState.Join);
            var parked = ParkedAt(node, work.Scope);
            var one = node.Incoming.Select(flow => parked.Find(token => token.Flow == flow.Id)).ToList();
            if (one.Contains(null))
                return;
            foreach (var token in one)
                Use(token!);
        }

        Note(work);
        Fan(node, work.Scope);
    }

    /// <summary>Inclusive and complex gateways: with one way in there is nothing to wait for; otherwise the decision falls when all else rests.</summary>
    private void Gather(Work work)
    {
        var node = work.Node;
        if (node.Incoming.Count > 1 || (node.Activation is not null && node.Incoming.Count > 0))
        {
            Stand(work, TokenState.Join);
            if (node.Kind == FlowNodeKind.ComplexGateway)
                Activate(node, work.Scope);
            return;
        }

        Note(work);
        Fan(node, work.Scope);
    }

    /// <summary>Lets one waiting join on; true when something moved.</summary>
    private bool OpenGateways()
    {
        foreach (var token in tokens)
        {
            if (token.State != TokenState.Join)
                continue;
            var node = NodeOf(token);
            if (node.Kind == FlowNodeKind.InclusiveGateway && IsComplete(node, token.Scope, null))
            {
                Merge(node, token.Scope, ParkedAt(node, token.Scope));
                return true;
            }

            if (node.Kind == FlowNodeKind.ComplexGateway && CloseGate(node, token.Scope))
                return true;
        }

        return false;
    }

    /// <summary>
    /// No token elsewhere can still come by an empty flow, unless it could as well come by one that has its token (BPMN 2.0.2, 13.4.3).
    /// </summary>
    private bool IsComplete(FlowNode node, int scope, IReadOnlyCollection<string>? done)
    {
        var parked = ParkedAt(node, scope);
        var reach = DefinitionOf(scope).ReachOf(node);
        var full = node.Incoming.Where(flow => parked.Exists(token => token.Flow == flow.Id) || done?.Contains(flow.Id) == true).ToList();
        foreach (var token in tokens)
        {
            if (token.Scope != scope || (token.State == TokenState.Join && token.Node == node.Id))
                continue;
            var from = NodeOf(token);
            if (node.Incoming.Any(flow => !full.Contains(flow) && reach.CanReach(from, flow)) && !full.Exists(flow => reach.CanReach(from, flow)))
                return false;
        }

        return true;
    }

    private void Merge(FlowNode node, int scope, List<Token> parked)
    {
        foreach (var flow in node.Incoming)
        {
            if (parked.Find(token => token.Flow == flow.Id) is { } token)
                Use(token);
        }

        Write(HistoryKind.Entered, node.Id, 0);
        Fan(node, scope);
    }

    /// <summary>A complex gateway lets tokens on as soon as its condition holds; what comes after that is only counted off.</summary>
    private void Activate(FlowNode node, int scope)
    {
        if (gates.Find(open => open.Scope == scope && open.Node == node.Id) is { } gate)
        {
            if (node.Incoming.All(flow => gate.Done.Contains(flow.Id) || ParkedAt(node, scope).Exists(token => token.Flow == flow.Id)))
                Reset(gate, node);
            return;
        }

        var parked = ParkedAt(node, scope);
        if (node.Activation is null || parked.Count == 0 || !node.Activation.Evaluate(new GateView(See(scope), parked.Count)).IsTrue)
            return;
        if (node.Incoming.Count > 1)
            gates.Add(new OpenGate(scope, node.Id, [.. parked.Select(token => token.Flow!).Distinct()]));
        Merge(node, scope, parked);
    }

    private bool CloseGate(FlowNode node, int scope)
    {
        var gate = gates.Find(open => open.Scope == scope && open.Node == node.Id);
        if (gate is null)
        {
            // Without a condition of its own it joins as an inclusive gateway does.
            if (node.Activation is not null || !IsComplete(node, scope, null))
                return false;
            Merge(node, scope, ParkedAt(node, scope));
            return true;
        }

        if (!IsComplete(node, scope, gate.Done))
            return false;
        Reset(gate, node);
        return true;
    }

    /// <summary>Counts the late tokens off and begins anew with what has come since.</summary>
    private void Reset(OpenGate gate, FlowNode node)
    {
        gates.Remove(gate);
        foreach (var token in ParkedAt(node, gate.Scope).Where(token => !gate.Done.Contains(token.Flow!)).DistinctBy(token => token.Flow).ToList())
            Use(token);
        // Only a flow that asks for this second phase is taken in it.
        var second = new PhaseView(See(gate.Scope), starting: false);
        foreach (var flow in node.Outgoing.Where(flow => flow.Condition?.Source.Contains(PhaseView.Name, StringComparison.Ordinal) == true && flow.Condition.Evaluate(second).IsTrue))
            Send(flow.Target, flow, gate.Scope);
        Activate(node, gate.Scope);
    }

    private List<Token> ParkedAt(FlowNode node, int scope) => tokens.FindAll(token => token.State == TokenState.Join && token.Scope == scope && token.Node == node.Id);

    /// <summary>Tells the conditions behind a complex gateway whether it lets the first tokens on or counts the late ones off.</summary>
    private sealed class PhaseView(IVariables outer, bool starting) : IVariables
    {
        public const string Name = "waitingForStart";

        public bool TryGet(string name, out object? value)
        {
            if (name != Name)
                return outer.TryGet(name, out value);
            value = starting;
            return true;
        }
    }

    /// <summary>What the activation condition of a complex gateway sees beside the variables.</summary>
    private sealed class GateView(IVariables outer, int count) : IVariables
    {
        public bool TryGet(string name, out object? value)
        {
            if (name is not ("activationCount" or "nrOfTokens"))
                return outer.TryGet(name, out value);
            value = (decimal)count;
            return true;
        }
    }
}
