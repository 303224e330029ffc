using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Data objects, properties, inputs, outputs and associations.</summary>
internal static class DataReader
{
    public static void ReadScope(XElement element, ScopeDefinition scope)
    {
        var declared = new List<string>();
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Children(element, "dataObject", "property", "dataStore"))
            declared.Add(Name(item, aliases));
        foreach (var reference in Children(element, "dataObjectReference", "dataStoreReference"))
        {
            var target = FileCatalogue.Local(reference.Text("dataObjectRef") ?? reference.Text("dataStoreRef") ?? reference.Text("id") ?? "");
            var canonical = aliases.GetValueOrDefault(target, target);
            foreach (var name in new[] { reference.Text("id"), reference.Text("name"), target })
            {
                if (name is not null && name != canonical && !declared.Contains(name))
                    aliases.TryAdd(name, canonical);
            }
        }

        scope.Declared = declared;
        scope.Aliases = aliases;
    }

    /// <summary>The inputs and outputs of a process or global task.</summary>
    public static DataSpec ReadInterface(XElement element)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = Children(element, "ioSpecification").SelectMany(io => Children(io, "dataOutput")).Select(item => Name(item, aliases)).ToList();
        return names.Count == 0 ? DataSpec.None : new DataSpec { Locals = names, Aliases = aliases };
    }

    public static DataSpec ReadNode(XElement element, List<DeploymentProblem> problems)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = Children(element, "ioSpecification").SelectMany(io => Children(io, "dataInput", "dataOutput")).Concat(Children(element, "dataInput", "dataOutput")).ToList();
        foreach (var item in items)
            Name(item, aliases);
        var loop = element.Element(BpmnNames.Model + "multiInstanceLoopCharacteristics");
        foreach (var item in loop is null ? [] : Children(loop, "inputDataItem", "outputDataItem"))
            Name(item, aliases);
        // A sub-process declares its properties as variables of its inside.
        var properties = element.Name.LocalName is "subProcess" or "transaction" or "adHocSubProcess" ? [] : Children(element, "property").Select(item => Name(item, aliases)).ToList();
        var inputs = Children(element, "dataInputAssociation").SelectMany(link => Links(link, problems)).ToList();
        var outputs = Children(element, "dataOutputAssociation").SelectMany(link => Links(link, problems)).ToList();
        if (aliases.Count == 0 && properties.Count == 0 && inputs.Count == 0 && outputs.Count == 0)
            return DataSpec.None;
        // An input or output that nothing is tied to would only hide the variable of the same name.
        var tied = inputs.Select(link => link.Target).Concat(outputs.Select(link => link.Source).OfType<string>()).Select(name => aliases.GetValueOrDefault(name, name)).ToHashSet(StringComparer.Ordinal);
        var locals = items.Select(item => item.Text("name") ?? item.Text("id") ?? "").Where(tied.Contains).Concat(properties).Distinct().ToList();
        return new DataSpec { Locals = locals, Aliases = aliases, Inputs = inputs, Outputs = outputs };
    }

    private static IEnumerable<DataLink> Links(XElement association, List<DeploymentProblem> problems)
    {
        var source = association.Element(BpmnNames.Model + "sourceRef")?.Value.Trim() is { Length: > 0 } from ? FileCatalogue.Local(from) : null;
        var target = association.Element(BpmnNames.Model + "targetRef")?.Value.Trim() is { Length: > 0 } to ? FileCatalogue.Local(to) : null;
        var assignments = Children(association, "assignment").ToList();
        foreach (var assignment in assignments)
        {
            var name = assignment.Element(BpmnNames.Model + "to")?.Value.Trim() is { Length: > 0 } text ? FileCatalogue.Local(text.TrimStart('=')) : target;
            if (name is not null && ExpressionReader.ReadChild(assignment, "from", problems) is { } value)
                yield return new DataLink(null, value, name);
        }

        if (assignments.Count > 0 || target is null)
            yield break;
        Expression? transformation = ExpressionReader.ReadChild(association, "transformation", problems);
        yield return new DataLink(source, transformation, target);
    }

    private static string Name(XElement item, Dictionary<string, string> aliases)
    {
        var id = item.Text("id");
        var name = item.Text("name") ?? id ?? "";
        if (id is not null && id != name)
            aliases[id] = name;
        return name;
    }

    private static IEnumerable<XElement> Children(XElement element, params string[] names) =>
        element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && names.Contains(e.Name.LocalName));
}
