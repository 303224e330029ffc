using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads event definitions, and refuses those that mean nothing where they stand.</summary>
internal sealed class EventReader(FileCatalogue file, List<DeploymentProblem> problems)
{
    private static readonly EventKind[] Waiting = [EventKind.Message, EventKind.Timer, EventKind.Signal, EventKind.Conditional];

    private static readonly Dictionary<string, EventKind> Kinds = new(StringComparer.Ordinal)
    {
        ["messageEventDefinition"] = EventKind.Message,
        ["timerEventDefinition"] = EventKind.Timer,
        ["signalEventDefinition"] = EventKind.Signal,
        ["errorEventDefinition"] = EventKind.Error,
        ["escalationEventDefinition"] = EventKind.Escalation,
        ["conditionalEventDefinition"] = EventKind.Conditional,
        ["linkEventDefinition"] = EventKind.Link,
        ["terminateEventDefinition"] = EventKind.Terminate,
        ["cancelEventDefinition"] = EventKind.Cancel,
        ["compensateEventDefinition"] = EventKind.Compensation,
    };

    private static readonly Dictionary<string, EventKind[]> Allowed = new(StringComparer.Ordinal)
    {
        ["startEvent"] = Waiting,
        ["handlerStart"] = [.. Waiting, EventKind.Error, EventKind.Escalation, EventKind.Compensation],
        ["intermediateCatchEvent"] = [.. Waiting, EventKind.Link],
        ["boundaryEvent"] = [.. Waiting, EventKind.Error, EventKind.Escalation, EventKind.Cancel, EventKind.Compensation],
        ["intermediateThrowEvent"] = [EventKind.Message, EventKind.Signal, EventKind.Escalation, EventKind.Link, EventKind.Compensation],
        ["endEvent"] = [EventKind.Message, EventKind.Signal, EventKind.Escalation, EventKind.Error, EventKind.Terminate, EventKind.Cancel, EventKind.Compensation],
    };

    /// <summary>The definitions inside an element and those of the file it refers to.</summary>
    public IReadOnlyList<EventSpec> Read(XElement element)
    {
        var specs = new List<EventSpec>();
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model))
        {
            var definition = child;
            if (child.Name.LocalName == "eventDefinitionRef")
            {
                definition = file.Find("eventDefinition", child.Value.Trim());
                if (definition is null)
                {
                    problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownReference, child, child.Value.Trim()));
                    continue;
                }
            }

            if (ReadOne(definition, element) is { } spec)
                specs.Add(spec);
        }

        return specs;
    }

    public void CheckPosition(XElement element, IReadOnlyList<EventSpec> specs)
    {
        var place = element.Name.LocalName;
        if (place == "startEvent" && element.Parent!.IsTrue("triggeredByEvent"))
            place = "handlerStart";
        if (!Allowed.TryGetValue(place, out var allowed))
            return;
        var wrong = specs.Where(spec => !allowed.Contains(spec.Kind)).Select(spec => spec.Kind.ToString()).FirstOrDefault();
        if (wrong is null && specs.Count == 0 && place is "intermediateCatchEvent" or "boundaryEvent")
            wrong = "none";
        if (wrong is null && element.IsTrue("parallelMultiple") && specs.Count > 30)
            wrong = "parallelMultiple";
        if (wrong is not null)
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedEvent, element, $"{element.Name.LocalName}: {wrong}"));
    }

    /// <summary>A message by reference, by the message flow at the element, or (where nothing is run on dossiers) by the element itself.</summary>
    public string? MessageName(XElement definition, XElement element)
    {
        var reference = definition.Text("messageRef");
        if (file.Find("message", reference) is { } message)
            return FileCatalogue.NameOf(message);
        if (reference is null && file.MessageAt(element.Text("id")) is { } flow)
            return flow;
        if (reference is null && file.Mode == CompileMode.Trace)
            return $"element:{element.Text("id")}";
        problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownMessage, element, reference ?? ""));
        return null;
    }

    public EventSpec? ReadOne(XElement definition, XElement element)
    {
        if (!Kinds.TryGetValue(definition.Name.LocalName, out var kind))
            return null;
        switch (kind)
        {
            case EventKind.Message:
                return new EventSpec(kind, MessageName(definition, element));
            case EventKind.Timer:
                return new EventSpec(kind) { Timer = ExpressionReader.ReadTimer(definition, problems) };
            case EventKind.Signal:
                return new EventSpec(kind, Named(definition, "signal", "signalRef", "name") ?? "");
            case EventKind.Error:
                return new EventSpec(kind, Named(definition, "error", "errorRef", "errorCode"));
            case EventKind.Escalation:
                return new EventSpec(kind, Named(definition, "escalation", "escalationRef", "escalationCode"));
            case EventKind.Conditional:
                var condition = ExpressionReader.ReadChild(definition, "condition", problems);
                if (condition is null)
                    problems.Add(BpmnXml.Problem(DeploymentProblem.BadExpression, element, "condition"));
                return new EventSpec(kind) { Condition = condition };
            case EventKind.Link:
                return new EventSpec(kind, definition.Text("name") ?? element.Text("name") ?? "");
            case EventKind.Compensation:
                return new EventSpec(kind) { Activity = definition.Text("activityRef") is { } activity ? FileCatalogue.Local(activity) : null, Waits = !definition.IsFalse("waitForCompletion") };
            default:
                return new EventSpec(kind);
        }
    }

    private string? Named(XElement definition, string kind, string attribute, string code)
    {
        if (definition.Text(attribute) is not { } reference)
            return null;
        if (file.Find(kind, reference) is { } found)
            return found.Text(code) ?? FileCatalogue.NameOf(found);
        problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownReference, definition, reference));
        return null;
    }
}
