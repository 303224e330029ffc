using System.Xml;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>BPMN 2.0 XML in, compiled processes or a list of problems out. Nothing that would have to be executed is skipped silently.</summary>
internal static class BpmnCompiler
{
    public const int LongestFile = 8 * 1024 * 1024;

    public static CompiledFile Compile(string xml)
    {
        var problems = new List<DeploymentProblem>();
        if (xml.Length > LongestFile)
            return Refused(new DeploymentProblem(DeploymentProblem.TooLarge, "", 0, $"{xml.Length}"));
        XElement root;
        try
        {
            root = Load(xml);
        }
        catch (XmlException exception)
        {
            return Refused(new DeploymentProblem(DeploymentProblem.NotXml, "", exception.LineNumber, exception.Message));
        }

        if (root.Name != BpmnNames.Model + "definitions")
            return Refused(new DeploymentProblem(DeploymentProblem.NotBpmn, "", 1, root.Name.ToString()));

        foreach (var element in root.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && !BpmnNames.FileLevel.Contains(e.Name.LocalName)))
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnsupportedElement, element, element.Name.LocalName));

        var messages = root.Elements(BpmnNames.Model + "message")
            .Where(e => e.Attribute("id") is not null)
            .GroupBy(e => e.Attribute("id")!.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Attribute("name")?.Value ?? g.Key, StringComparer.Ordinal);

        var executable = root.Elements(BpmnNames.Model + "process").Where(e => e.Attribute("isExecutable")?.Value is not "false" and not "0").ToList();
        if (executable.Count == 0)
            problems.Add(new DeploymentProblem(DeploymentProblem.NoProcess, "", 1, ""));
        var processes = executable.Select(element => new ProcessCompiler(element, messages, problems).Compile()).ToList();
        return problems.Count == 0 ? new CompiledFile(processes, []) : new CompiledFile([], problems);
    }

    private static CompiledFile Refused(DeploymentProblem problem) => new([], [problem]);

    private static XElement Load(string xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestFile,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, settings);
        return XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
    }
}
