using System.Xml;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>BPMN 2.0 XML in, compiled processes or a list of problems out. Nothing that would have to be executed is skipped silently.</summary>
internal static class BpmnCompiler
{
    public const int LongestFile = 8 * 1024 * 1024;

    public static CompiledFile Compile(string xml, CompileMode mode = CompileMode.Product)
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

        var file = new FileCatalogue(root, mode);
        var executable = root.Elements(BpmnNames.Model + "process").Where(e => mode == CompileMode.Trace || !e.IsFalse("isExecutable")).ToList();
        if (executable.Count == 0)
            problems.Add(new DeploymentProblem(DeploymentProblem.NoProcess, "", 1, ""));
        var processes = executable.Select(element => new ProcessCompiler(element, file, problems).Compile()).ToList();
        var tasks = root.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && e.Name.LocalName.StartsWith("global", StringComparison.Ordinal))
            .Select(element => ProcessCompiler.CompileGlobalTask(element, file, problems)).OfType<ProcessDefinition>().ToList();
        Link(processes, tasks, root, mode, problems);
        return problems.Count == 0 ? new CompiledFile(processes, []) : new CompiledFile([], problems);
    }

    private static void Link(List<ProcessDefinition> processes, List<ProcessDefinition> tasks, XElement root, CompileMode mode, List<DeploymentProblem> problems)
    {
        var byName = new Dictionary<string, ProcessDefinition>(StringComparer.Ordinal);
        foreach (var process in processes.Concat(tasks))
        {
            byName.TryAdd(process.Id, process);
            byName.TryAdd(process.Key, process);
        }

        var library = new ProcessLibrary(byName);
        foreach (var process in processes.Concat(tasks))
            process.Library = library;
        // Elsewhere a called process may have been deployed from another file.
        if (mode != CompileMode.Trace)
            return;
        foreach (var call in processes.SelectMany(process => process.Nodes).Where(node => node.Kind == FlowNodeKind.CallActivity && (node.CalledElement is null || !byName.ContainsKey(node.CalledElement))))
        {
            var element = root.Descendants(BpmnNames.Model + "callActivity").First(e => e.Text("id") == call.Id);
            problems.Add(BpmnXml.Problem(DeploymentProblem.UnknownProcess, element, call.CalledElement ?? ""));
        }
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
