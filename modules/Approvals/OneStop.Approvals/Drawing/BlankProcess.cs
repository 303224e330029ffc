using System.Xml.Linq;
using OneStop.Approvals.Engine.Bpmn;

namespace OneStop.Approvals.Drawing;

/// <summary>The first sheet of a new process: received, handed over, done; the rest is drawn in between.</summary>
internal static class BlankProcess
{
    public static string For(string key, string name, string startName, string endName)
    {
        var id = $"p_{string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}";
        var root = new XElement(
            BpmnNames.Model + "definitions",
            new XAttribute("xmlns", BpmnNames.Model), new XAttribute(XNamespace.Xmlns + "os", BpmnNames.OneStop), new XAttribute("id", $"def_{id}"),
            new XAttribute("targetNamespace", "https://onestop.gov.vn/processes"),
            new XElement(
                BpmnNames.Model + "process",
                new XAttribute("id", id), new XAttribute("name", name), new XAttribute("isExecutable", "true"),
                new XElement(BpmnNames.Model + "extensionElements", new XElement(BpmnNames.OneStop + "process", new XAttribute("key", key))),
                new XElement(BpmnNames.Model + "startEvent", new XAttribute("id", "bat_dau"), new XAttribute("name", startName)),
                new XElement(BpmnNames.Model + "endEvent", new XAttribute("id", "ket_thuc"), new XAttribute("name", endName)),
                new XElement(BpmnNames.Model + "sequenceFlow", new XAttribute("id", "f_1"), new XAttribute("sourceRef", "bat_dau"), new XAttribute("targetRef", "ket_thuc"))));
        return DiagramWriter.WithDiagram($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}");
    }
}
