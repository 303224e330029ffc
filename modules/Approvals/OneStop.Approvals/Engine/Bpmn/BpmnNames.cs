using System.Xml.Linq;

namespace OneStop.Approvals.Engine.Bpmn;

internal static class BpmnNames
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Our one extension namespace, described in docs/bpmn-extensions.md.</summary>
    public static readonly XNamespace OneStop = "https://onestop.gov.vn/bpmn/1.0";

    /// <summary>Elements of a process that carry meaning for readers only.</summary>
    public static readonly IReadOnlySet<string> Descriptive = new HashSet<string>(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "auditing", "monitoring", "laneSet", "association", "textAnnotation", "group", "category",
        "dataObject", "dataObjectReference", "dataStoreReference", "incoming", "outgoing",
    };

    /// <summary>Elements of a file that define or describe things outside any process.</summary>
    public static readonly IReadOnlySet<string> FileLevel = new HashSet<string>(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "extension", "import", "itemDefinition", "message", "signal", "error", "escalation", "interface",
        "resource", "category", "dataStore", "collaboration", "relationship", "process",
    };
}
