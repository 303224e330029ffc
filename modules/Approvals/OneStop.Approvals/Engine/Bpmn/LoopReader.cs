using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

internal sealed class LoopReader(FileCatalogue file, EventReader events, List<DeploymentProblem> problems)
{
    public LoopSpec? Read(XElement element)
    {
        if (element.Element(BpmnNames.Model + "standardLoopCharacteristics") is { } standard)
            return ReadStandard(standard);
        return element.Element(BpmnNames.Model + "multiInstanceLoopCharacteristics") is { } many ? ReadMany(many, element) : null;
    }

    public AdHocSpec? ReadAdHoc(XElement element) => element.Name.LocalName != "adHocSubProcess"
        ? null
        : new AdHocSpec(element.Text("ordering") == "Sequential", ExpressionReader.ReadChild(element, "completionCondition", problems), !element.IsFalse("cancelRemainingInstances"));

    private StandardLoop ReadStandard(XElement loop)
    {
        int? maximum = null;
        if (loop.Text("loopMaximum") is { } text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                maximum = number;
            else
                problems.Add(BpmnXml.Problem(DeploymentProblem.BadLoop, loop, $"loopMaximum {text}"));
        }

        return new StandardLoop(loop.IsTrue("testBefore"), maximum, ExpressionReader.ReadChild(loop, "loopCondition", problems));
    }

    private MultiInstance ReadMany(XElement loop, XElement element)
    {
        var behaviour = loop.Text("behavior") switch { null or "All" => LoopBehaviour.All, "None" => LoopBehaviour.None, "One" => LoopBehaviour.One, _ => LoopBehaviour.Complex };
        var many = new MultiInstance(loop.IsTrue("isSequential"), ExpressionReader.ReadChild(loop, "loopCardinality", problems))
        {
            InputList = Reference(loop, "loopDataInputRef") ?? Foreign(loop, "collection"),
            InputItem = Item(loop, "inputDataItem") ?? Foreign(loop, "elementVariable"),
            OutputList = Reference(loop, "loopDataOutputRef"),
            OutputItem = Item(loop, "outputDataItem"),
            Completion = ExpressionReader.ReadChild(loop, "completionCondition", problems),
            Behaviour = behaviour,
            Thrown = behaviour switch
            {
                LoopBehaviour.None => ReadThrown(loop, "noneBehaviorEventRef", element),
                LoopBehaviour.One => ReadThrown(loop, "oneBehaviorEventRef", element),
                _ => null,
            },
            Complex = [.. loop.Elements(BpmnNames.Model + "complexBehaviorDefinition").Select(ReadComplex).OfType<ComplexBehaviour>()],
        };
        if (many.Cardinality is null && many.InputList is null)
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadLoop, loop, "loopCardinality | loopDataInputRef"));
        return many;
    }

    // Without a reference the standard throws a signal without a name.
    private EventSpec? ReadThrown(XElement loop, string attribute, XElement element)
    {
        if (loop.Text(attribute) is not { } reference)
            return new EventSpec(EventKind.Signal);
        if (file.Find("eventDefinition", reference) is { } definition)
            return events.ReadOne(definition, element);
        // The definition may stand inside the boundary event that is to catch it.
        var local = FileCatalogue.Local(reference);
        var inside = element.Document!.Descendants().FirstOrDefault(e => e.Name.Namespace == BpmnNames.Model && e.Text("id") == local && e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal));
        if (inside is not null)
            return events.ReadOne(inside, inside.Parent!);
        problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownReference, loop, reference));
        return null;
    }

    private ComplexBehaviour? ReadComplex(XElement behaviour) =>
        ExpressionReader.ReadChild(behaviour, "condition", problems) is { } condition
            ? new ComplexBehaviour(condition, behaviour.Element(BpmnNames.Model + "event") is { } thrown ? events.Read(thrown) : [new EventSpec(EventKind.Signal)])
            : null;

    private static string? Reference(XElement loop, string name) =>
        loop.Element(BpmnNames.Model + name)?.Value.Trim() is { Length: > 0 } text ? FileCatalogue.Local(text) : null;

    private static string? Item(XElement loop, string name) => loop.Element(BpmnNames.Model + name) is { } item ? item.Text("name") ?? item.Text("id") : null;

    // The lists of other tools' own attributes are plain names of variables, or names in "${…}".
    private static string? Foreign(XElement loop, string name) =>
        loop.Attributes().FirstOrDefault(a => a.Name.LocalName == name && a.Name.Namespace != XNamespace.None && a.Name.Namespace != BpmnNames.Model)?.Value.Trim('$', '#', '{', '}', ' ');
}
