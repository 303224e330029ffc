namespace OneStop.Approvals.Engine.Definitions;

/// <summary>
/// Everything one token put on a node could reach on its own. A parallel join belongs to it only when all of its incoming flows do:
/// sending a dossier back to a step before a fork thus takes the sibling branches along, while sending it back inside a branch leaves them alone.
/// </summary>
internal sealed class Region
{
    private readonly HashSet<FlowNode> nodes = [];
    private readonly HashSet<SequenceFlow> flows = [];

    public bool Contains(FlowNode node) => nodes.Contains(node);

    public bool Contains(SequenceFlow flow) => flows.Contains(flow);

    public static Region From(FlowNode start)
    {
        var region = new Region();
        var queue = new Queue<FlowNode>();
        region.nodes.Add(start);
        queue.Enqueue(start);
        while (queue.TryDequeue(out var node))
        {
            foreach (var boundary in node.Boundaries)
                region.Visit(boundary, queue);
            if (node.LinkTarget is { } link)
                region.Visit(link, queue);
            foreach (var flow in node.Outgoing)
            {
                region.flows.Add(flow);
                if (flow.Target.Kind != FlowNodeKind.ParallelGateway || flow.Target.Incoming.All(region.flows.Contains))
                    region.Visit(flow.Target, queue);
            }
        }

        return region;
    }

    private void Visit(FlowNode node, Queue<FlowNode> queue)
    {
        if (nodes.Add(node))
            queue.Enqueue(node);
    }
}
