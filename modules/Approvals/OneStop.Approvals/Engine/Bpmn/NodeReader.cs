using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads one flow node, or reports why the engine would not execute it.</summary>
internal sealed class NodeReader(FileCatalogue file, List<DeploymentProblem> problems)
{
    private static readonly Dictionary<string, FlowNodeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["startEvent"] = FlowNodeKind.StartEvent,
        ["endEvent"] = FlowNodeKind.EndEvent,
        ["intermediateCatchEvent"] = FlowNodeKind.CatchEvent,
        ["intermediateThrowEvent"] = FlowNodeKind.ThrowEvent,
        ["boundaryEvent"] = FlowNodeKind.BoundaryEvent,
        ["task"] = FlowNodeKind.Task,
        ["manualTask"] = FlowNodeKind.Task,
        ["globalTask"] = FlowNodeKind.Task,
        ["globalManualTask"] = FlowNodeKind.Task,
        ["userTask"] = FlowNodeKind.UserTask,
        ["globalUserTask"] = FlowNodeKind.UserTask,
        ["serviceTask"] = FlowNodeKind.ServiceTask,
        ["sendTask"] = FlowNodeKind.SendTask,
        ["receiveTask"] = FlowNodeKind.ReceiveTask,
        ["scriptTask"] = FlowNodeKind.ScriptTask,
        ["globalScriptTask"] = FlowNodeKind.ScriptTask,
        ["businessRuleTask"] = FlowNodeKind.RuleTask,
        ["globalBusinessRuleTask"] = FlowNodeKind.RuleTask,
        ["callActivity"] = FlowNodeKind.CallActivity,
        ["subProcess"] = FlowNodeKind.SubProcess,
        ["transaction"] = FlowNodeKind.SubProcess,
        ["adHocSubProcess"] = FlowNodeKind.SubProcess,
        ["exclusiveGateway"] = FlowNodeKind.ExclusiveGateway,
        ["inclusiveGateway"] = FlowNodeKind.InclusiveGateway,
        ["parallelGateway"] = FlowNodeKind.ParallelGateway,
        ["eventBasedGateway"] = FlowNodeKind.EventGateway,
        ["complexGateway"] = FlowNodeKind.ComplexGateway,
    };

    private readonly EventReader events = new(file, problems);

    public FlowNode? Read(XElement element)
    {
        if (!Kinds.TryGetValue(element.Name.LocalName, out var kind))
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedElement, element, element.Name.LocalName));
            return null;
        }

        var before = problems.Count;
        CheckChildren(element, kind);
        var specs = ReadEvents(element, kind);
        var loops = new LoopReader(file, events, problems);
        var node = new FlowNode(element.Text("id")!, element.Text("name") ?? "", kind)
        {
            Interrupting = specs.Any(spec => spec.Kind is EventKind.Error or EventKind.Cancel) || !element.IsFalse(kind == FlowNodeKind.BoundaryEvent ? "cancelActivity" : "isInterrupting"),
            Events = specs,
            ParallelMultiple = element.IsTrue("parallelMultiple") && specs.Count > 1,
            Announces = kind is FlowNodeKind.SendTask or FlowNodeKind.ThrowEvent or FlowNodeKind.EndEvent && specs.Any(spec => spec.Kind is EventKind.Message or EventKind.Signal),
            Loop = loops.Read(element),
            AdHoc = loops.ReadAdHoc(element),
            IsTransaction = element.Name.LocalName == "transaction",
            IsEventSubProcess = element.IsTrue("triggeredByEvent"),
            IsForCompensation = element.IsTrue("isForCompensation"),
            Instantiates = element.IsTrue("instantiate"),
            InstantiatesAll = element.Text("eventGatewayType") == "Parallel",
            StartQuantity = Quantity(element, "startQuantity"),
            CompletionQuantity = Quantity(element, "completionQuantity"),
            CalledElement = element.Text("calledElement") is { } called ? FileCatalogue.Local(called) : null,
            Activation = kind == FlowNodeKind.ComplexGateway ? ExpressionReader.ReadChild(element, "activationCondition", problems) : null,
            Script = kind == FlowNodeKind.ScriptTask ? ScriptReader.Read(element, file.Mode, problems) : null,
            Decision = kind == FlowNodeKind.RuleTask ? DecisionReader.Read(element, file.Mode, problems) : null,
            Data = DataReader.ReadNode(element, problems),
            Step = ExtensionReader.ReadStep(element, problems),
            Actions = ExtensionReader.ReadActions(element, problems),
            Service = kind == FlowNodeKind.ServiceTask ? ExtensionReader.ReadService(element, file.Mode, problems) : null,
            Consultation = ConsultationReader.Read(element, problems),
            Outcome = element.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "end")?.Text("outcome"),
        };
        ExtensionReader.CheckNames(element, problems);
        return problems.Count == before ? node : null;
    }

    private IReadOnlyList<EventSpec> ReadEvents(XElement element, FlowNodeKind kind)
    {
        if (kind is FlowNodeKind.SendTask or FlowNodeKind.ReceiveTask)
            return events.MessageName(element, element) is { } name ? [new EventSpec(EventKind.Message, name)] : [];
        if (kind > FlowNodeKind.BoundaryEvent)
            return [];
        var specs = events.Read(element);
        events.CheckPosition(element, specs);
        return specs;
    }

    private void CheckChildren(XElement element, FlowNodeKind kind)
    {
        if (kind == FlowNodeKind.SubProcess)
            return;
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model))
        {
            var name = child.Name.LocalName;
            var people = BpmnNames.People.Contains(name) && file.Mode == CompileMode.Trace;
            var isEvent = kind <= FlowNodeKind.BoundaryEvent && name.EndsWith("EventDefinition", StringComparison.Ordinal);
            if (!people && !isEvent && !BpmnNames.InNode.Contains(name) && !(name == "ioBinding" && element.Name.LocalName.StartsWith("global", StringComparison.Ordinal)))
                problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedElement, child, name));
        }
    }

    private int Quantity(XElement element, string attribute)
    {
        if (element.Text(attribute) is not { } text)
            return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 1 and <= 1000)
            return quantity;
        problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedAttribute, element, $"{attribute} {text}"));
        return 1;
    }
}
