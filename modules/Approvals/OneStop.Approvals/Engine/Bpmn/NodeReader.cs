using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads one flow node, or reports why the engine would not execute it.</summary>
internal sealed class NodeReader(IReadOnlyDictionary<string, string> messages, List<DeploymentProblem> problems)
{
    private static readonly Dictionary<string, FlowNodeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["startEvent"] = FlowNodeKind.Start,
        ["endEvent"] = FlowNodeKind.End,
        ["task"] = FlowNodeKind.Pass,
        ["manualTask"] = FlowNodeKind.Pass,
        ["intermediateThrowEvent"] = FlowNodeKind.Pass,
        ["userTask"] = FlowNodeKind.UserTask,
        ["serviceTask"] = FlowNodeKind.ServiceTask,
        ["receiveTask"] = FlowNodeKind.MessageWait,
        ["intermediateCatchEvent"] = FlowNodeKind.MessageWait,
        ["exclusiveGateway"] = FlowNodeKind.ExclusiveGateway,
        ["parallelGateway"] = FlowNodeKind.ParallelGateway,
        ["boundaryEvent"] = FlowNodeKind.BoundaryTimer,
    };

    public FlowNode? Read(XElement element)
    {
        if (!Kinds.TryGetValue(element.Name.LocalName, out var kind))
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedElement, element, element.Name.LocalName));
            return null;
        }

        var before = problems.Count;
        CheckAttributes(element);
        var events = EventDefinitions(element);
        var timer = ReadTimer(events);
        kind = Refine(element, kind, events, timer);
        var node = new FlowNode(element.Text("id")!, element.Text("name") ?? "", kind)
        {
            Interrupting = !element.IsFalse("cancelActivity"),
            Timer = timer,
            Message = kind == FlowNodeKind.MessageWait ? ReadMessage(element, events) : null,
            Step = ExtensionReader.ReadStep(element, problems),
            Actions = ExtensionReader.ReadActions(element, problems),
            Service = kind == FlowNodeKind.ServiceTask ? ExtensionReader.ReadService(element, problems) : null,
            Outcome = element.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "end")?.Text("outcome"),
        };
        ExtensionReader.CheckNames(element, problems);
        return problems.Count == before ? node : null;
    }

    /// <summary>Standard attributes and children that change what is executed, and that this engine does not execute.</summary>
    private void CheckAttributes(XElement element)
    {
        if (element.IsTrue("isForCompensation") || element.IsTrue("instantiate") || element.IsTrue("parallelMultiple"))
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedAttribute, element, "isForCompensation | instantiate | parallelMultiple"));
        if ((element.Text("startQuantity") ?? "1") != "1" || (element.Text("completionQuantity") ?? "1") != "1")
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedAttribute, element, "startQuantity | completionQuantity"));
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model))
        {
            if (!BpmnNames.Descriptive.Contains(child.Name.LocalName) && !child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)
                && child.Name.LocalName is not "rendering")
                problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedElement, child, child.Name.LocalName));
        }
    }

    private static List<XElement> EventDefinitions(XElement element) =>
        [.. element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal))];

    private TimerSpec? ReadTimer(List<XElement> events) =>
        events is [{ Name.LocalName: "timerEventDefinition" } definition] ? ExtensionReader.ReadTimer(definition, problems) : null;

    private FlowNodeKind Refine(XElement element, FlowNodeKind kind, List<XElement> events, TimerSpec? timer)
    {
        var name = element.Name.LocalName;
        var eventKind = events switch { [] => "", [var only] => only.Name.LocalName, _ => "several" };
        FlowNodeKind? refined = (name, eventKind) switch
        {
            ("endEvent", "terminateEventDefinition") => FlowNodeKind.TerminateEnd,
            ("boundaryEvent", "timerEventDefinition") => FlowNodeKind.BoundaryTimer,
            ("intermediateCatchEvent", "messageEventDefinition") => FlowNodeKind.MessageWait,
            ("intermediateCatchEvent", "timerEventDefinition") => FlowNodeKind.TimerWait,
            ("boundaryEvent" or "intermediateCatchEvent", _) => null,
            (_, "") => kind,
            _ => null,
        };
        if (refined is null)
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedEvent, element, $"{name}: {(eventKind.Length == 0 ? "none" : eventKind)}"));
        if (timer is { Kind: TimerKind.Cycle } && !(name == "boundaryEvent" && element.IsFalse("cancelActivity")))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadTimer, element, timer.Value));
        return refined ?? kind;
    }

    private string? ReadMessage(XElement element, List<XElement> events)
    {
        var reference = (events.FirstOrDefault() ?? element).Text("messageRef");
        // References are qualified names; the prefix says in which file's namespace, and there is only this file.
        var local = reference?[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (local is not null && messages.TryGetValue(local, out var name))
            return name;
        problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownMessage, element, reference ?? ""));
        return null;
    }
}
