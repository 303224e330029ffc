using System.Xml.Linq;

namespace OneStop.Approvals.Drawing;

/// <summary>The namespaces of diagrams in BPMN files.</summary>
internal static class BpmnDrawing
{
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Graphics = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Lines = "http://www.omg.org/spec/DD/20100524/DI";
}
