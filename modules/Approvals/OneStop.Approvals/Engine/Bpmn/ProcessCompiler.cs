using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Compiles one process with all its sub-processes.</summary>
internal sealed class ProcessCompiler(XElement process, FileCatalogue file, List<DeploymentProblem> problems)
{
    private const int DeepestNesting = 100;

    private readonly Dictionary<string, (FlowNode Node, XElement Element)> nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public static ProcessDefinition? CompileGlobalTask(XElement element, FileCatalogue file, List<DeploymentProblem> problems)
    {
        if (element.Text("id") is not { } id || new NodeReader(file, problems).Read(element) is not { } node)
            return null;
        var body = new ScopeDefinition(null) { Nodes = [node], Starts = [node] };
        node.Scope = body;
        return new ProcessDefinition(id, element.Text("name") ?? id, body, [node]) { Key = id, Data = DataReader.ReadInterface(element) };
    }

    public ProcessDefinition Compile()
    {
        var root = new ScopeDefinition(null);
        ReadScope(process, root);
        // A node that could not be read has been reported; its flows would only repeat that.
        if (problems.Count == 0)
        {
            new GraphBuilder(nodes, file, problems).Connect(process);
            var checker = new ShapeChecker(nodes, problems);
            var scopes = nodes.Values.Select(entry => entry.Node.Body).OfType<ScopeDefinition>().Prepend(root).ToList();
            foreach (var scope in scopes)
                checker.Check(scope, scope.Owner is { } owner ? nodes[owner.Id].Element : process);
            if (problems.Count == 0 && file.Mode == CompileMode.Product)
                scopes.ForEach(checker.CheckConnected);
        }

        var header = process.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "process");
        ExtensionReader.CheckNames(process, problems);
        var id = process.Text("id") ?? "";
        if (id.Length == 0)
            problems.Add(BpmnXml.Problem(DeploymentProblem.MissingId, process, "process"));
        return new ProcessDefinition(id, process.Text("name") ?? id, root, [.. nodes.Values.Select(entry => entry.Node)])
        {
            Key = header?.Text("key") ?? id,
            Procedure = header?.Text("procedure"),
            Level = header?.Text("level"),
            IsExecutable = !process.IsFalse("isExecutable"),
            Data = DataReader.ReadInterface(process),
        };
    }

    private void ReadScope(XElement element, ScopeDefinition scope, int depth = 0)
    {
        if (depth > DeepestNesting)
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.TooDeep, element, ""));
            return;
        }

        var reader = new NodeReader(file, problems);
        var own = new List<FlowNode>();
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && !BpmnNames.Beside.Contains(e.Name.LocalName)))
        {
            if (file.Mode == CompileMode.Trace && BpmnNames.People.Contains(child.Name.LocalName))
                continue;
            if (!HasOwnId(child) || child.Name.LocalName == "sequenceFlow" || reader.Read(child) is not { } node)
                continue;
            node.Scope = scope;
            nodes[node.Id] = (node, child);
            own.Add(node);
            if (node.Kind != FlowNodeKind.SubProcess)
                continue;
            node.Body = new ScopeDefinition(node);
            ReadScope(child, node.Body, depth + 1);
        }

        scope.Nodes = own;
        DataReader.ReadScope(element, scope);
    }

    private bool HasOwnId(XElement element)
    {
        if (element.Name.LocalName == "sequenceFlow" && element.Text("id") is null)
            element.SetAttributeValue("id", $"flow-{((System.Xml.IXmlLineInfo)element).LineNumber}-{ids.Count}");
        if (element.Text("id") is not { } id)
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.MissingId, element, element.Name.LocalName));
            return false;
        }

        if (ids.Add(id))
            return true;
        problems.Add(BpmnXml.Problem(DeploymentProblem.DuplicateId, element, id));
        return false;
    }
}
