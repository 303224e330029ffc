namespace OneStop.Approvals.Engine.Definitions;

/// <summary>For each incoming flow of a joining gateway: the nodes from which a token could still come by it without passing the gateway (BPMN 2.0.2, 13.4.3).</summary>
internal sealed class JoinReach
{
    private readonly Dictionary<string, HashSet<FlowNode>> byFlow = new(StringComparer.Ordinal);

    public bool CanReach(FlowNode from, SequenceFlow flow) => byFlow[flow.Id].Contains(from);

    public static JoinReach Of(FlowNode gateway)
    {
        var reach = new JoinReach();
        foreach (var flow in gateway.Incoming)
            reach.byFlow[flow.Id] = Before(flow.Source, gateway);
        return reach;
    }

    private static HashSet<FlowNode> Before(FlowNode last, FlowNode gateway)
    {
        var seen = new HashSet<FlowNode>();
        var queue = new Queue<FlowNode>();
        queue.Enqueue(last);
        while (queue.TryDequeue(out var node))
        {
            if (node == gateway || !seen.Add(node))
                continue;
            foreach (var flow in node.Incoming)
                queue.Enqueue(flow.Source);
            if (node.AttachedTo is { } host)
                queue.Enqueue(host);
            if (node.Kind == FlowNodeKind.CatchEvent && node.Has(EventKind.Link))
            {
                foreach (var source in node.Scope.Nodes.Where(other => other.LinkTarget == node))
                    queue.Enqueue(source);
            }
        }

        return seen;
    }
}
