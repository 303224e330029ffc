using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Who waits for what: never stored, always read off the tokens and scopes.</summary>
internal sealed partial class StepRun
{
    /// <summary>An event definition that a token (or, for an event sub-process, a scope) waits for. <paramref name="Depth"/> orders inner before outer.</summary>
    private sealed record Waiting(int Owner, bool OfScope, FlowNode Node, EventSpec Spec, int Index, int Depth);

    public IReadOnlySet<string> Awaited(EventKind kind) => WaitingFor(kind, null).Select(waiting => waiting.Spec.Name ?? "").ToHashSet(StringComparer.Ordinal);

    private IEnumerable<Waiting> WaitingFor(EventKind kind, string? name)
    {
        var found = new List<Waiting>();
        foreach (var token in tokens)
            AddOfToken(token, kind, name, found);
        AddOfScope(0, kind, name, found);
        foreach (var scope in scopes)
        {
            if (scope.Kind is not (ScopeKind.Loop or ScopeKind.Reopened))
                AddOfScope(scope.Id, kind, name, found);
        }

        return found.Count < 2 ? found : found.OrderByDescending(waiting => waiting.Depth);
    }

    private void AddOfToken(Token token, EventKind kind, string? name, List<Waiting> found)
    {
        if (token.State is TokenState.Join or TokenState.Incident or TokenState.Stuck or TokenState.Suspended or TokenState.Queued)
            return;
        var node = NodeOf(token);
        switch (token.State)
        {
            case TokenState.Race:
                foreach (var flow in node.Outgoing)
                    Add(flow.Target);
                return;
            case TokenState.Message or TokenState.Timer or TokenState.Event:
                Add(node);
                break;
        }

        if (!token.Inner)
        {
            foreach (var boundary in node.Boundaries)
                Add(boundary);
        }

        void Add(FlowNode waiting)
        {
            for (var i = 0; i < waiting.Events.Count; i++)
            {
                if (Fits(waiting.Events[i], kind, name))
                    found.Add(new Waiting(token.Id, OfScope: false, waiting, waiting.Events[i], i, (2 * DepthOf(token.Scope)) + 1));
            }
        }
    }

    private void AddOfScope(int scope, EventKind kind, string? name, List<Waiting> found)
    {
        var handlers = BodyOf(scope).Handlers;
        if (handlers.Count == 0 || IsTaken(scope))
            return;
        foreach (var start in handlers)
        {
            for (var i = 0; i < start.Events.Count; i++)
            {
                if (Fits(start.Events[i], kind, name))
                    found.Add(new Waiting(scope, OfScope: true, start, start.Events[i], i, 2 * DepthOf(scope)));
            }
        }
    }

    private static bool Fits(EventSpec spec, EventKind kind, string? name) => spec.Kind == kind && (name is null || spec.Name == name);

    private int DepthOf(int scope)
    {
        var depth = 0;
        for (; scope != 0; scope = ScopeOf(scope).Parent)
            depth++;
        return depth;
    }
}
