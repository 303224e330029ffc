using System.Xml.Linq;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>What a file defines beside its processes: messages, signals, errors, escalations, shared event definitions, message flows.</summary>
internal sealed class FileCatalogue
{
    private readonly Dictionary<string, Dictionary<string, XElement>> byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> flows = new(StringComparer.Ordinal);

    public FileCatalogue(XElement root, CompileMode mode)
    {
        Mode = mode;
        foreach (var element in root.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && e.Text("id") is not null))
        {
            var kind = element.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) ? "eventDefinition" : element.Name.LocalName;
            if (!byKind.TryGetValue(kind, out var known))
                byKind[kind] = known = new Dictionary<string, XElement>(StringComparer.Ordinal);
            known.TryAdd(element.Text("id")!, element);
        }

        foreach (var flow in root.Elements(BpmnNames.Model + "collaboration").Elements(BpmnNames.Model + "messageFlow"))
            Read(flow);
    }

    public CompileMode Mode { get; }

    public XElement? Find(string kind, string? reference) =>
        reference is not null && byKind.TryGetValue(kind, out var known) ? known.GetValueOrDefault(Local(reference)) : null;

    /// <summary>The message that a flow of the collaboration carries to or from an element that names none itself.</summary>
    public string? MessageAt(string? element) => element is null ? null : flows.GetValueOrDefault(element);

    // References are qualified names; the prefix says in which file's namespace, and there is only this file.
    public static string Local(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    private void Read(XElement flow)
    {
        var name = Find("message", flow.Text("messageRef")) is { } message ? NameOf(message) : $"flow:{flow.Text("id")}";
        foreach (var end in new[] { flow.Text("sourceRef"), flow.Text("targetRef") })
        {
            if (end is not null)
                flows.TryAdd(Local(end), name);
        }
    }

    public static string NameOf(XElement element) => element.Text("name") ?? element.Text("id") ?? "";
}
