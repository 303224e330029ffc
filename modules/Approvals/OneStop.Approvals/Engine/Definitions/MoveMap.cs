namespace OneStop.Approvals.Engine.Definitions;

/// <summary>
/// Which elements of a scope can stand for one another. Between a fork and its join one token is worth a part of the whole, so a token moves freely only among elements
/// that no fork or join lies between. A token that is alone may also leave for where the whole passes: where no join waits that a fork on the way does not feed.
/// </summary>
internal sealed class MoveMap(ScopeDefinition scope, IReadOnlyCollection<string> visited)
{
    private const int DeepestForks = 32;

    public IEnumerable<FlowNode> TargetsOf(FlowNode from, bool isDone, bool alone)
    {
        var part = PartOf(from);
        var open = WithinReach(from, isDone);
        foreach (var node in scope.Nodes)
        {
            if (node != from && IsPlace(node) && open.Contains(node) && (part.Contains(node) || (alone && !OwesAJoin(node))))
                yield return node;
        }
    }

    // Where several tokens are counted nobody can be put; starts and boundaries are not entered from outside.
    private static bool IsPlace(FlowNode node) =>
        (node.IsActivity || node.Kind is FlowNodeKind.CatchEvent or FlowNodeKind.ThrowEvent or FlowNodeKind.EndEvent or FlowNodeKind.ExclusiveGateway)
        && node is { IsEventSubProcess: false, IsForCompensation: false, StartQuantity: 1 } && !node.Incoming.Any(flow => flow.Source.Kind == FlowNodeKind.EventGateway);

    private static bool IsCounting(FlowNode node) => node.Kind is FlowNodeKind.ParallelGateway or FlowNodeKind.InclusiveGateway or FlowNodeKind.ComplexGateway;

    public static bool IsJoin(FlowNode node) => (IsCounting(node) && node.Incoming.Count > 1) || node.StartQuantity > 1;

    private static bool IsFork(FlowNode node) =>
        node.CompletionQuantity > 1 || (node.Outgoing.Count > 1 && node.Kind is not (FlowNodeKind.ExclusiveGateway or FlowNodeKind.EventGateway));

    private static IEnumerable<FlowNode> Next(FlowNode node) => node.LinkTarget is { } link ? [link] : node.Outgoing.Select(flow => flow.Target);

    private static IEnumerable<FlowNode> Exits(FlowNode node) => node.Boundaries.Where(boundary => boundary.Interrupting);

    private HashSet<FlowNode> PartOf(FlowNode from)
    {
        var neighbours = scope.Nodes.ToDictionary(node => node, _ => new List<FlowNode>());
        foreach (var node in scope.Nodes)
        {
            foreach (var next in IsFork(node) ? [] : Next(node).Where(next => !IsJoin(next)))
                Join(node, next);
            foreach (var boundary in Exits(node))
                Join(node, boundary);
        }

        var part = new HashSet<FlowNode> { from };
        var queue = new Queue<FlowNode>(part);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in neighbours.GetValueOrDefault(node) ?? [])
            {
                if (part.Add(next))
                    queue.Enqueue(next);
            }
        }

        return part;

        void Join(FlowNode one, FlowNode other)
        {
            if (!neighbours.TryGetValue(one, out var of) || !neighbours.TryGetValue(other, out var to))
                return;
            of.Add(other);
            to.Add(one);
        }
    }

    /// <summary>What can be come to without passing over a step that does something to the dossier and has not been done.</summary>
    private HashSet<FlowNode> WithinReach(FlowNode from, bool isDone)
    {
        FlowNode[] begun = [from, .. scope.Starts, .. scope.Nodes.Where(node => visited.Contains(node.Id))];
        var reached = new HashSet<FlowNode>(begun);
        var queue = new Queue<FlowNode>(reached);
        while (queue.TryDequeue(out var node))
        {
            var passable = node.Step is not { Deed.Length: > 0 } || visited.Contains(node.Id) || (isDone && node == from);
            foreach (var next in passable ? Next(node).Concat(node.Boundaries) : node.Boundaries)
            {
                if (reached.Add(next))
                    queue.Enqueue(next);
            }
        }

        return reached;
    }

    /// <summary>Some way on meets more joins than forks: a lone token would wait there for ever.</summary>
    public static bool OwesAJoin(FlowNode target)
    {
        var seen = new HashSet<(FlowNode, int)>();
        var queue = new Queue<(FlowNode Node, int Depth)>([(target, 0)]);
        while (queue.TryDequeue(out var at))
        {
            var depth = at.Depth - (IsJoin(at.Node) ? 1 : 0);
            if (depth < 0)
                return true;
            depth += IsFork(at.Node) ? 1 : 0;
            if (depth > DeepestForks || !seen.Add((at.Node, depth)))
                continue;
            foreach (var next in Next(at.Node).Concat(Exits(at.Node)))
                queue.Enqueue((next, depth));
        }

        return false;
    }
}
