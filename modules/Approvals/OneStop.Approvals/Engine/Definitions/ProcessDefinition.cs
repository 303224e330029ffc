using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>A compiled process: read-only, shared by every instance that runs on it.</summary>
internal sealed class ProcessDefinition(string id, string name, ScopeDefinition root, IReadOnlyList<FlowNode> nodes)
{
    private readonly Dictionary<string, FlowNode> byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Region> regions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JoinReach> reaches = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Name { get; } = name;

    public ScopeDefinition Root { get; } = root;

    /// <summary>All nodes, those of sub-processes included.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; } = nodes;

    public IReadOnlyList<FlowNode> Starts => Root.Starts;

    /// <summary>Procedure the process belongs to, or null for the default process of a level.</summary>
    public string? Procedure { get; init; }

    /// <summary>Key that the catalogue names to start the process; the id where the file gives none.</summary>
    public required string Key { get; init; }

    public string? Level { get; init; }

    public bool IsExecutable { get; init; } = true;

    /// <summary>Inputs and outputs of the process, as a call activity fills and reads them.</summary>
    public DataSpec Data { get; init; } = DataSpec.None;

    public bool HasCalls { get; } = nodes.Any(node => node.Kind == FlowNodeKind.CallActivity);

    public bool HasConsultations { get; } = nodes.Any(node => node.Consultation is not null);

    public bool HasSignals { get; } = nodes.Any(node => node.Has(EventKind.Signal));

    public bool HasConditions { get; } = nodes.Any(node => node.Has(EventKind.Conditional));

    /// <summary>What its call activities may call.</summary>
    public ProcessLibrary Library { get; set; } = ProcessLibrary.Empty;

    public FlowNode this[string nodeId] => byId[nodeId];

    public bool TryFind(string nodeId, [NotNullWhen(true)] out FlowNode? node) => byId.TryGetValue(nodeId, out node);

    /// <summary>A node of this process or of one it calls.</summary>
    public FlowNode? Locate(string nodeId)
    {
        if (byId.TryGetValue(nodeId, out var own))
            return own;
        return Library.All.Values.Select(process => process.byId.GetValueOrDefault(nodeId)).FirstOrDefault(node => node is not null);
    }

    public Region RegionFrom(FlowNode node) => regions.GetOrAdd(node.Id, _ => Region.From(node));

    public JoinReach ReachOf(FlowNode gateway) => reaches.GetOrAdd(gateway.Id, _ => JoinReach.Of(gateway));

    /// <summary>The user tasks and waits that may come directly after a node, whatever the conditions say.</summary>
    public IReadOnlyList<FlowNode> NextWaits(FlowNode node)
    {
        var found = new List<FlowNode>();
        var seen = new HashSet<FlowNode>();
        var queue = new Queue<FlowNode>(After(node));
        while (queue.TryDequeue(out var current))
        {
            if (!seen.Add(current))
                continue;
            if (current.Kind == FlowNodeKind.UserTask || current.IsMessageWait)
            {
                found.Add(current);
                continue;
            }

            foreach (var next in current.Body is { } body ? body.Starts : After(current))
                queue.Enqueue(next);
        }

        return found;
    }

    /// <summary>Whether a token that has left one step may come to the other, whatever the conditions say.</summary>
    public bool LeadsTo(FlowNode from, FlowNode to)
    {
        var seen = new HashSet<FlowNode>();
        var queue = new Queue<FlowNode>(NextWaits(from));
        while (queue.TryDequeue(out var current))
        {
            if (current == to)
                return true;
            if (!seen.Add(current))
                continue;
            foreach (var next in NextWaits(current))
                queue.Enqueue(next);
        }

        return false;
    }

    // The last steps of a sub-process lead on to what follows it.
    private static IEnumerable<FlowNode> After(FlowNode node)
    {
        if (node.LinkTarget is { } link)
            return [link];
        return node.Outgoing.Count == 0 && node.Scope.Owner is { IsEventSubProcess: false } owner ? After(owner) : node.Outgoing.Select(flow => flow.Target);
    }
}
