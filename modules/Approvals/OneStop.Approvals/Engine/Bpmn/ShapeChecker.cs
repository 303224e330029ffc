using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Finds out where a process or sub-process begins, and refuses what has no way in or out.</summary>
internal sealed class ShapeChecker(Dictionary<string, (FlowNode Node, XElement Element)> nodes, List<DeploymentProblem> problems)
{
    public void Check(ScopeDefinition scope, XElement element)
    {
        var starts = scope.Nodes.Where(node => node.Kind == FlowNodeKind.StartEvent).ToList();
        var isProcess = scope.Owner is null;
        var isHandler = scope.Owner is { IsEventSubProcess: true };
        scope.Triggers = isProcess ? [.. starts.Where(node => node.Events.Count > 0), .. Instantiating(scope)] : [];
        scope.Starts = [.. starts.Where(node => node.Events.Count == 0), .. scope.Nodes.Where(node => StartsByItself(node, starts.Count > 0 || scope.Triggers.Count > 0))];
        var handlers = scope.Nodes.Where(node => node.IsEventSubProcess).Select(node => node.Body!.Nodes.FirstOrDefault(inner => inner.Kind == FlowNodeKind.StartEvent)).OfType<FlowNode>().ToList();
        scope.Handlers = [.. handlers.Where(start => !start.Has(EventKind.Compensation))];
        scope.CompensationHandler = handlers.FirstOrDefault(start => start.Has(EventKind.Compensation));
        scope.HasCompensation = scope.CompensationHandler is not null || scope.Nodes.Any(node => node.CompensatedBy is not null) || scope.Nodes.Any(CanBeUndoneInside);

        if (isProcess && (scope.Nodes.Count == 0 || (scope.Starts.Count == 0 && scope.Triggers.Count == 0)))
            problems.Add(BpmnXml.Problem(DeploymentProblem.NoStart, element, ""));
        if (isHandler && (starts.Count != 1 || starts[0].Events.Count == 0))
            problems.Add(BpmnXml.Problem(DeploymentProblem.NoStart, element, scope.Owner!.Id));
        foreach (var start in starts.Where(start => !isProcess && !isHandler && start.Events.Count > 0))
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedEvent, nodes[start.Id].Element, scope.Owner!.Id));
        foreach (var node in scope.Nodes)
            CheckEnds(node, nodes[node.Id].Element);
    }

    private void CheckEnds(FlowNode node, XElement element)
    {
        if (node.Kind is FlowNodeKind.StartEvent or FlowNodeKind.BoundaryEvent && node.Incoming.Count > 0)
            problems.Add(BpmnXml.Problem(DeploymentProblem.StartHasIncoming, element, node.Id));
        else if (node.Kind == FlowNodeKind.EndEvent && node.Outgoing.Count > 0)
            problems.Add(BpmnXml.Problem(DeploymentProblem.EndHasOutgoing, element, node.Id));
        if (node.Kind == FlowNodeKind.EventGateway && node.Outgoing.FirstOrDefault(flow => flow.Target.Kind is not (FlowNodeKind.CatchEvent or FlowNodeKind.ReceiveTask)) is { } wrong)
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedElement, element, wrong.Target.Id));
    }

    /// <summary>A step that people drew and nothing leads to is a mistake in a process that dossiers run on.</summary>
    public void CheckConnected(ScopeDefinition scope)
    {
        var drawn = scope.Nodes.Any(node => node.Kind == FlowNodeKind.StartEvent) && scope.Owner?.AdHoc is null;
        foreach (var node in scope.Nodes)
        {
            var lost = drawn && node.Incoming.Count == 0 && !HasOwnWayIn(node) && !node.Instantiates;
            var dead = node.Outgoing.Count == 0 && (node.Kind == FlowNodeKind.StartEvent || (node.Kind == FlowNodeKind.BoundaryEvent && !node.Has(EventKind.Compensation)));
            if (lost || dead)
                problems.Add(BpmnXml.Problem(DeploymentProblem.NotConnected, nodes[node.Id].Element, node.Id));
        }
    }

    private static bool CanBeUndoneInside(FlowNode node) => node.Body is { } body && !node.IsEventSubProcess
        && (body.Nodes.Any(inner => inner.CompensatedBy is not null || CanBeUndoneInside(inner))
            || body.Nodes.Any(inner => inner.IsEventSubProcess && inner.Body!.Nodes.Any(start => start.Kind == FlowNodeKind.StartEvent && start.Has(EventKind.Compensation))));

    private static IEnumerable<FlowNode> Instantiating(ScopeDefinition scope) => scope.Nodes.Where(node => node.Instantiates)
        .SelectMany(node => node.Kind == FlowNodeKind.EventGateway ? node.Outgoing.Select(flow => flow.Target) : [node]);

    /// <summary>What nothing leads to begins with the process; beside start events that goes for activities only (BPMN 2.0.2, 10.3).</summary>
    private static bool StartsByItself(FlowNode node, bool hasStarts) =>
        node.Incoming.Count == 0 && !HasOwnWayIn(node) && !node.Instantiates && (!hasStarts || node.IsActivity);

    private static bool HasOwnWayIn(FlowNode node) =>
        node.Kind is FlowNodeKind.StartEvent or FlowNodeKind.BoundaryEvent || node.IsForCompensation || node.IsEventSubProcess
        || (node.Kind == FlowNodeKind.CatchEvent && node.Has(EventKind.Link));
}
