using System.Xml;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

internal static class BpmnXml
{
    public static DeploymentProblem Problem(string code, XElement element, string detail)
    {
        var owner = element;
        while (owner is not null && owner.Attribute("id") is null)
            owner = owner.Parent;
        return new DeploymentProblem(code, owner?.Attribute("id")?.Value ?? "", ((IXmlLineInfo)element).LineNumber, detail);
    }

    public static string? Text(this XElement element, string attribute) =>
        element.Attribute(attribute)?.Value.Trim() is { Length: > 0 } value ? value : null;

    public static bool IsTrue(this XElement element, string attribute) => element.Attribute(attribute)?.Value.Trim() is "true" or "1";

    public static bool IsFalse(this XElement element, string attribute) => element.Attribute(attribute)?.Value.Trim() is "false" or "0";

    public static IEnumerable<XElement> OwnExtensions(this XElement element) =>
        element.Elements(BpmnNames.Model + "extensionElements").Elements().Where(e => e.Name.Namespace == BpmnNames.OneStop);
}
