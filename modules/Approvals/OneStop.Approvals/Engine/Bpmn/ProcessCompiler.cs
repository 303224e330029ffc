using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Bpmn;

internal sealed class ProcessCompiler(XElement process, IReadOnlyDictionary<string, string> messages, List<DeploymentProblem> problems)
{
    private readonly Dictionary<string, (FlowNode Node, XElement Element)> nodes = new(StringComparer.Ordinal);
    private readonly List<FlowNode> ordered = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public ProcessDefinition Compile()
    {
        var reader = new NodeReader(messages, problems);
        foreach (var element in Executable())
        {
            if (element.Name.LocalName == "sequenceFlow" || !HasOwnId(element))
                continue;
            if (reader.Read(element) is not { } node)
                continue;
            nodes[node.Id] = (node, element);
            ordered.Add(node);
        }

        // A node that could not be read has been reported; its flows would only repeat that.
        if (problems.Count == 0)
        {
            AttachBoundaries();
            ConnectFlows();
        }

        if (problems.Count == 0)
            CheckShape();
        var header = process.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "process");
        var id = process.Text("id") ?? "";
        if (id.Length == 0)
            problems.Add(BpmnXml.Problem(DeploymentProblem.MissingId, process, "process"));
        return new ProcessDefinition(id, process.Text("name") ?? id, ordered)
        {
            Key = header?.Text("key") ?? id,
            Procedure = header?.Text("procedure"),
            Level = header?.Text("level"),
        };
    }

    private IEnumerable<XElement> Executable() => process.Elements()
        .Where(e => e.Name.Namespace == BpmnNames.Model && !BpmnNames.Descriptive.Contains(e.Name.LocalName));

    private bool HasOwnId(XElement element)
    {
        if (element.Text("id") is not { } id)
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.MissingId, element, element.Name.LocalName));
            return false;
        }

        if (ids.Add(id))
            return true;
        problems.Add(BpmnXml.Problem(DeploymentProblem.DuplicateId, element, id));
        return false;
    }

    private void AttachBoundaries()
    {
        foreach (var (boundary, element) in nodes.Values.Where(entry => entry.Node.Kind == FlowNodeKind.BoundaryTimer))
        {
            if (element.Text("attachedToRef") is { } host && nodes.TryGetValue(host, out var target) && target.Node.IsWait)
            {
                boundary.AttachedTo = target.Node;
                target.Node.Boundaries = [.. target.Node.Boundaries, boundary];
            }
            else
            {
                problems.Add(BpmnXml.Problem(DeploymentProblem.BoundaryNotAttached, element, element.Text("attachedToRef") ?? ""));
            }
        }
    }

    private void ConnectFlows()
    {
        var flows = new List<SequenceFlow>();
        foreach (var element in Executable().Where(e => e.Name.LocalName == "sequenceFlow" && HasOwnId(e)))
        {
            if (!nodes.TryGetValue(element.Text("sourceRef") ?? "", out var source) || !nodes.TryGetValue(element.Text("targetRef") ?? "", out var target))
            {
                problems.Add(BpmnXml.Problem(DeploymentProblem.DanglingFlow, element, $"{element.Text("sourceRef")} -> {element.Text("targetRef")}"));
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
            node.Default = node.Outgoing.FirstOrDefault(flow => flow.Id == name);
            if (node.Default is null)
                problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownDefaultFlow, element, name));
            else if (node.Default.Condition is not null)
                problems.Add(BpmnXml.Problem(DeploymentProblem.ConditionNotAllowed, element, name));
        }
    }

    private Expression? Condition(XElement flow, FlowNode source)
    {
        if (flow.Element(BpmnNames.Model + "conditionExpression") is not { } element)
            return null;
        if (source.Kind is FlowNodeKind.ParallelGateway or FlowNodeKind.Start or FlowNodeKind.BoundaryTimer)
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.ConditionNotAllowed, flow, source.Id));
            return null;
        }

        return ExtensionReader.ParseExpression(element, element.Value, problems);
    }

    private void CheckShape()
    {
        var starts = ordered.Where(node => node.Kind == FlowNodeKind.Start).ToList();
        if (ordered.Count == 0)
            problems.Add(BpmnXml.Problem(DeploymentProblem.NoStart, process, ""));
        else if (starts.Count > 1)
            problems.Add(BpmnXml.Problem(DeploymentProblem.SeveralStarts, process, string.Join(", ", starts.Select(node => node.Id))));
        else if (starts.Count == 0 && !ordered.Any(node => node.Incoming.Count == 0 && node.Kind != FlowNodeKind.BoundaryTimer))
            problems.Add(BpmnXml.Problem(DeploymentProblem.NoStart, process, ""));
        foreach (var (node, element) in nodes.Values)
        {
            if (node.Kind is FlowNodeKind.Start or FlowNodeKind.BoundaryTimer && node.Incoming.Count > 0)
                problems.Add(BpmnXml.Problem(DeploymentProblem.StartHasIncoming, element, node.Id));
            else if (node.Kind is FlowNodeKind.End or FlowNodeKind.TerminateEnd && node.Outgoing.Count > 0)
                problems.Add(BpmnXml.Problem(DeploymentProblem.EndHasOutgoing, element, node.Id));
            else if (starts.Count == 1 && node.Incoming.Count == 0 && node.Kind is not (FlowNodeKind.Start or FlowNodeKind.BoundaryTimer))
                problems.Add(BpmnXml.Problem(DeploymentProblem.NotConnected, element, node.Id));
            else if (node.Outgoing.Count == 0 && node.Kind is FlowNodeKind.Start or FlowNodeKind.BoundaryTimer)
                problems.Add(BpmnXml.Problem(DeploymentProblem.NotConnected, element, node.Id));
        }
    }
}
