using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Errors and escalations: they climb from where they were thrown, scope by scope and out of called processes, to the first that catches them.</summary>
internal sealed partial class StepRun
{
    /// <summary>Somebody who could catch: a token with boundary events, or a scope with event sub-processes.</summary>
    private readonly record struct Catcher(Token? Token, int Scope);

    private void ThrowError(Token token, string code)
    {
        foreach (var catcher in Outwards(token))
        {
            if (Match(catcher, EventKind.Error, code) is not { } found)
                continue;
            Fail(token, code, caught: true);
            if (catcher.Token is { } host)
                HappenAtBoundary(Find(host.Id) ?? host, found, timed: false);
            else
                StartHandler(catcher.Scope, found, timed: false);
            return;
        }

        Fail(token, code, caught: false);
    }

    // The token stays, with its reason, when nobody catches the error: an operator must be able to go on from there.
    private void Fail(Token token, string code, bool caught)
    {
        Write(HistoryKind.Thrown, token.Node, token.Id, action: code);
        if (!caught)
            Raise(token, Incidents.UncaughtError, code);
    }

    private void Escalate(Token token, string? code)
    {
        Write(HistoryKind.Thrown, token.Node, token.Id, action: code);
        foreach (var catcher in Outwards(token))
        {
            if (Match(catcher, EventKind.Escalation, code) is not { } found)
                continue;
            if (catcher.Token is { } host)
                HappenAtBoundary(host, found, timed: false);
            else
                StartHandler(catcher.Scope, found, timed: false);
            return;
        }
    }

    /// <summary>An event thrown by a loop as its instances complete, for its own boundary.</summary>
    private void ThrowAtBoundary(Token host, EventSpec spec)
    {
        var node = NodeOf(host);
        if (spec.Kind == EventKind.Message)
        {
            Throw(host, node, spec);
            return;
        }

        foreach (var boundary in node.Boundaries)
        {
            if (Find(host.Id) is not { } open)
                return;
            if (boundary.Events.Any(caught => caught.Kind == spec.Kind && (caught.Name is null || spec.Name is null || caught.Name == spec.Name)))
                HappenAtBoundary(open, boundary, timed: false);
        }

        if (spec.Kind == EventKind.Signal)
        {
            foreach (var waiting in WaitingFor(EventKind.Signal, spec.Name ?? "").Where(waiting => waiting.OfScope || waiting.Owner != host.Id).ToList())
                Happen(waiting);
            messages.Add(new SignalThrown(spec.Name ?? "", node.Id));
        }
        else if (spec.Kind == EventKind.Escalation && Find(host.Id) is { } left && !node.Boundaries.Any(boundary => boundary.Has(EventKind.Escalation)))
        {
            Escalate(left, spec.Name);
        }
    }

    private IEnumerable<Catcher> Outwards(Token token)
    {
        var carrier = token;
        var scope = token.Scope;
        while (true)
        {
            if (carrier is { Inner: false })
                yield return new Catcher(carrier, scope);
            if (scope != 0 && ScopeOf(scope) is { Kind: ScopeKind.Loop or ScopeKind.Reopened })
            {
                // A loop catches nothing of its own; its host does.
            }
            else if (!IsTaken(scope))
            {
                yield return new Catcher(null, scope);
            }

            if (scope == 0)
                yield break;
            var open = ScopeOf(scope);
            carrier = open.Host == 0 ? null : Find(open.Host);
            scope = open.Parent;
        }
    }

    private FlowNode? Match(Catcher catcher, EventKind kind, string? code)
    {
        var candidates = catcher.Token is { } token ? NodeOf(token).Boundaries : BodyOf(catcher.Scope).Handlers;
        FlowNode? general = null;
        foreach (var candidate in candidates)
        {
            foreach (var spec in candidate.Events)
            {
                if (spec.Kind != kind)
                    continue;
                if (spec.Name is null)
                    general ??= candidate;
                else if (spec.Name == code)
                    return candidate;
            }
        }

        return general;
    }
}
