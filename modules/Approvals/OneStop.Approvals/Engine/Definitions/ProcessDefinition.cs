using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>A compiled process: read-only, shared by every instance that runs on it.</summary>
internal sealed class ProcessDefinition(string id, string name, IReadOnlyList<FlowNode> nodes)
{
    private readonly Dictionary<string, FlowNode> byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Region> regions = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Name { get; } = name;

    public IReadOnlyList<FlowNode> Nodes { get; } = nodes;

    public IReadOnlyList<FlowNode> Starts { get; } = StartsOf(nodes);

    /// <summary>Procedure the process belongs to, or null for the default process of a level.</summary>
    public string? Procedure { get; init; }

    /// <summary>Key that the catalogue names to start the process; the id where the file gives none.</summary>
    public required string Key { get; init; }

    public string? Level { get; init; }

    public FlowNode this[string nodeId] => byId[nodeId];

    public bool TryFind(string nodeId, [NotNullWhen(true)] out FlowNode? node) => byId.TryGetValue(nodeId, out node);

    public Region RegionFrom(FlowNode node) => regions.GetOrAdd(node.Id, _ => Region.From(node));

    /// <summary>The user tasks and waits that may come directly after a node, whatever the conditions say.</summary>
    public IReadOnlyList<FlowNode> NextWaits(FlowNode node)
    {
        var found = new List<FlowNode>();
        var seen = new HashSet<FlowNode>();
        var queue = new Queue<FlowNode>(node.Outgoing.Select(flow => flow.Target));
        while (queue.TryDequeue(out var current))
        {
            if (!seen.Add(current))
                continue;
            if (current.Kind is FlowNodeKind.UserTask or FlowNodeKind.MessageWait)
            {
                found.Add(current);
                continue;
            }

            foreach (var flow in current.Outgoing)
                queue.Enqueue(flow.Target);
        }

        return found;
    }

    // Without a start event BPMN starts every node that nothing leads to.
    private static FlowNode[] StartsOf(IReadOnlyList<FlowNode> nodes)
    {
        var events = nodes.Where(node => node.Kind == FlowNodeKind.Start).ToArray();
        return events.Length > 0 ? events : [.. nodes.Where(node => node.Incoming.Count == 0 && node.Kind != FlowNodeKind.BoundaryTimer)];
    }
}
