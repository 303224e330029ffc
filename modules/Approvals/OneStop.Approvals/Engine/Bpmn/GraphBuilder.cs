using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Ties the nodes of a process together: flows, boundaries, links, compensation.</summary>
internal sealed class GraphBuilder(Dictionary<string, (FlowNode Node, XElement Element)> nodes, FileCatalogue file, List<DeploymentProblem> problems)
{
    public void Connect(XElement process)
    {
        AttachBoundaries();
        ConnectFlows(process);
        ConnectLinks();
        ConnectCompensation(process);
    }

    private void AttachBoundaries()
    {
        foreach (var (boundary, element) in nodes.Values.Where(entry => entry.Node.Kind == FlowNodeKind.BoundaryEvent))
        {
            var host = element.Text("attachedToRef") is { } reference ? FileCatalogue.Local(reference) : "";
            if (nodes.TryGetValue(host, out var target) && target.Node.IsActivity && target.Node.Scope == boundary.Scope)
            {
                boundary.AttachedTo = target.Node;
                target.Node.Boundaries = [.. target.Node.Boundaries, boundary];
                if (boundary.Has(EventKind.Cancel) && !target.Node.IsTransaction)
                    problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedEvent, element, "cancelEventDefinition"));
            }
            else
            {
                problems.Add(BpmnXml.Problem(DeploymentProblem.BoundaryNotAttached, element, host));
            }
        }
    }

    private void ConnectFlows(XElement process)
    {
        var flows = new List<SequenceFlow>();
        foreach (var element in process.Descendants(BpmnNames.Model + "sequenceFlow"))
        {
            var (from, to) = (FileCatalogue.Local(element.Text("sourceRef") ?? ""), FileCatalogue.Local(element.Text("targetRef") ?? ""));
            if (!nodes.TryGetValue(from, out var source) || !nodes.TryGetValue(to, out var target) || source.Node.Scope != target.Node.Scope)
            {
                problems.Add(BpmnXml.Problem(DeploymentProblem.DanglingFlow, element, $"{from} -> {to}"));
                continue;
            }

            flows.Add(new SequenceFlow(element.Text("id")!, element.Text("name") ?? "", source.Node, target.Node, Condition(element, source.Node)));
        }

        foreach (var bySource in flows.GroupBy(flow => flow.Source))
            bySource.Key.Outgoing = [.. bySource];
        foreach (var byTarget in flows.GroupBy(flow => flow.Target))
            byTarget.Key.Incoming = [.. byTarget];
        foreach (var (node, element) in nodes.Values)
        {
            if (element.Text("default") is not { } name)
                continue;
            node.Default = node.Outgoing.FirstOrDefault(flow => flow.Id == FileCatalogue.Local(name));
            if (node.Default is null)
                problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownDefaultFlow, element, name));
            else if (node.Default.Condition is not null && file.Mode == CompileMode.Product)
                problems.Add(BpmnXml.Problem(DeploymentProblem.ConditionNotAllowed, element, name));
        }
    }

    private Expression? Condition(XElement flow, FlowNode source)
    {
        if (flow.Element(BpmnNames.Model + "conditionExpression") is not { } element)
            return null;
        if (source.Kind is FlowNodeKind.ParallelGateway or FlowNodeKind.EventGateway or FlowNodeKind.StartEvent or FlowNodeKind.BoundaryEvent)
        {
            // The standard gives such a condition no meaning; files from elsewhere carry it all the same.
            if (file.Mode == CompileMode.Product)
                problems.Add(BpmnXml.Problem(DeploymentProblem.ConditionNotAllowed, flow, source.Id));
            return null;
        }

        return ExpressionReader.Read(element, element.Value, problems);
    }

    private void ConnectLinks()
    {
        foreach (var (node, element) in nodes.Values.Where(entry => entry.Node.Kind == FlowNodeKind.ThrowEvent && entry.Node.Has(EventKind.Link)))
        {
            var name = node.Events.First(spec => spec.Kind == EventKind.Link).Name;
            node.LinkTarget = node.Scope.Nodes.FirstOrDefault(other => other.Kind == FlowNodeKind.CatchEvent && other.Events.Any(spec => spec.Kind == EventKind.Link && spec.Name == name));
            if (node.LinkTarget is null)
                problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownLink, element, name ?? ""));
        }
    }

    private void ConnectCompensation(XElement process)
    {
        var associations = process.Descendants(BpmnNames.Model + "association")
            .Select(e => (From: FileCatalogue.Local(e.Text("sourceRef") ?? ""), To: FileCatalogue.Local(e.Text("targetRef") ?? ""))).ToList();
        foreach (var (boundary, element) in nodes.Values.Where(entry => entry.Node.Kind == FlowNodeKind.BoundaryEvent && entry.Node.Has(EventKind.Compensation)))
        {
            var handler = associations.Where(a => a.From == boundary.Id || a.To == boundary.Id).Select(a => a.From == boundary.Id ? a.To : a.From)
                .Select(id => nodes.TryGetValue(id, out var found) ? found.Node : null).FirstOrDefault(node => node is { IsActivity: true })
                ?? boundary.Outgoing.Select(flow => flow.Target).FirstOrDefault(node => node.IsForCompensation);
            if (handler is null)
                problems.Add(BpmnXml.Problem(DeploymentProblem.NoCompensation, element, boundary.Id));
            else
                boundary.AttachedTo!.CompensatedBy = handler;
        }

        foreach (var (node, element) in nodes.Values)
        {
            foreach (var spec in node.Events.Where(spec => spec is { Kind: EventKind.Compensation, Activity: not null }))
            {
                if (!nodes.ContainsKey(spec.Activity!))
                    problems.Add(BpmnXml.Problem(DeploymentProblem.NoCompensation, element, spec.Activity!));
            }
        }
    }
}
