using System.Xml.Linq;
using OneStop.Approvals.Engine.Bpmn;

namespace OneStop.Approvals.Drawing;

internal enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Only its place in the picture is another.</summary>
    Moved,
}

/// <summary>What differs at one element; <paramref name="Details"/> names the attributes and parts, with both values.</summary>
internal sealed record ElementChange(ChangeKind Kind, string Element, string Type, string Name, IReadOnlyList<ChangedPart> Details);

internal sealed record ChangedPart(string Part, string Before, string After);

/// <summary>Compares two files element by element, by id. How a file is written (prefixes, blanks, order of attributes) makes no difference.</summary>
internal static class ProcessComparison
{
    private const int LongestValue = 300;

    // Said a second time by the sequence flows themselves.
    private static readonly HashSet<string> Repeated = new(StringComparer.Ordinal) { "incoming", "outgoing", "flowNodeRef" };

    public static IReadOnlyList<ElementChange> Compare(string before, string after)
    {
        var old = Elements(before);
        var now = Elements(after);
        var changes = new List<ElementChange>();
        foreach (var (id, element) in now)
        {
            if (!old.TryGetValue(id, out var earlier))
                changes.Add(Change(ChangeKind.Added, element, []));
            else if (Parts(earlier, element) is { Count: > 0 } parts)
                changes.Add(Change(ChangeKind.Changed, element, parts));
        }

        changes.AddRange(old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => Change(ChangeKind.Removed, pair.Value, [])));
        var told = changes.Select(c => c.Element).ToHashSet(StringComparer.Ordinal);
        var places = Places(after);
        foreach (var (id, place) in Places(before))
        {
            if (!told.Contains(id) && now.TryGetValue(id, out var element) && places.TryGetValue(id, out var other) && other != place)
                changes.Add(Change(ChangeKind.Moved, element, []));
        }

        return [.. changes.OrderBy(c => c.Kind == ChangeKind.Moved).ThenBy(c => c.Kind).ThenBy(c => c.Type == "sequenceFlow")];
    }

    private static Dictionary<string, XElement> Elements(string xml)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in ProcessText.Parse(xml).Root!.Descendants().Where(e => e.Name.Namespace == BpmnNames.Model && !IsInner(e)))
        {
            if (element.Text("id") is { } id)
                found.TryAdd(id, element);
        }

        return found;
    }

    // Parts of an event or a loop have ids in some files and none in others: they are read with their owner.
    private static bool IsInner(XElement element) =>
        element.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || element.Name.LocalName.EndsWith("LoopCharacteristics", StringComparison.Ordinal)
        || element.Name.LocalName is "conditionExpression" or "timeDuration" or "timeDate" or "timeCycle" or "script" or "documentation" or "laneSet";

    private static Dictionary<string, string> Places(string xml)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var shape in ProcessText.Parse(xml).Root!.Descendants(BpmnDrawing.Diagram + "BPMNShape"))
        {
            if (shape.Text("bpmnElement") is { } id && shape.Element(BpmnDrawing.Graphics + "Bounds") is { } bounds)
                places.TryAdd(id, $"{bounds.Text("x")} {bounds.Text("y")} {bounds.Text("width")} {bounds.Text("height")}");
        }

        return places;
    }

    private static List<ChangedPart> Parts(XElement before, XElement after)
    {
        var old = Facts(before);
        var now = Facts(after);
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal).Where(key => old.GetValueOrDefault(key) != now.GetValueOrDefault(key))
                .Order(StringComparer.Ordinal).Select(key => new ChangedPart(key, Cut(old.GetValueOrDefault(key)), Cut(now.GetValueOrDefault(key)))),
        ];
    }

    private static Dictionary<string, string> Facts(XElement element)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(element, "", facts);
        return facts;
    }

    private static void Collect(XElement element, string path, Dictionary<string, string> facts)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name != "id"))
            facts[path.Length == 0 ? attribute.Name.LocalName : $"{path} {attribute.Name.LocalName}"] = attribute.Value;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in element.Elements())
        {
            if (child.Name.Namespace == BpmnNames.Model && (Repeated.Contains(child.Name.LocalName) || (child.Attribute("id") is not null && !IsInner(child))))
                continue;
            var name = child.Name.LocalName;
            var number = numbers[name] = numbers.GetValueOrDefault(name) + 1;
            if (name == "extensionElements")
            {
                Collect(child, path, facts);
                continue;
            }

            var label = number > 1 ? $"{name} {number}" : name;
            var at = path.Length == 0 ? label : $"{path} {label}";
            if (!child.HasElements)
                facts[at] = child.Value.Trim();
            Collect(child, at, facts);
        }
    }

    private static ElementChange Change(ChangeKind kind, XElement element, IReadOnlyList<ChangedPart> details) =>
        new(kind, element.Text("id")!, element.Name.LocalName, element.Text("name") ?? Between(element), details);

    private static string Between(XElement element) =>
        element.Name.LocalName == "sequenceFlow" ? $"{NameOf(element, "sourceRef")} → {NameOf(element, "targetRef")}" : "";

    private static string NameOf(XElement flow, string attribute)
    {
        var id = flow.Text(attribute);
        return flow.Parent!.Elements().FirstOrDefault(e => e.Text("id") == id)?.Text("name") ?? id ?? "";
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > LongestValue ? $"{text[..LongestValue]}…" : text;
}
