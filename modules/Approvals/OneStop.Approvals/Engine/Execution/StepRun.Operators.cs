using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>What an operator does with a token that cannot go on by itself.</summary>
internal sealed partial class StepRun
{
    /// <summary>Gateways decide, so nothing can stand for them; a step with a deed changes the dossier, which only its own officer may.</summary>
    public bool IsSkippable(Token token)
    {
        if (token.State is not (TokenState.Incident or TokenState.Task or TokenState.Suspended or TokenState.Message or TokenState.Timer or TokenState.Event))
            return false;
        var node = NodeOf(token);
        return node.Step is not { Deed.Length: > 0 }
            && (node.IsActivity || node.Kind is FlowNodeKind.CatchEvent or FlowNodeKind.ThrowEvent or FlowNodeKind.EndEvent);
    }

    public bool Skip(Token token)
    {
        if (!IsSkippable(token))
            return false;
        var node = NodeOf(token);
        GiveUp(token, HistoryKind.Skipped, null);
        if (token.Inner)
        {
            CompleteInner(token, node);
            return true;
        }

        Abandon(token);
        if (token.Run != 0)
        {
            ContinueRun(token.Run);
            return true;
        }

        Fan(node, token.Scope);
        CheckAdHoc(token.Scope);
        return true;
    }

    /// <summary>Elements of the same scope where the token neither starves a join nor passes over the deed of a step.</summary>
    public IEnumerable<FlowNode> TargetsOf(Token token)
    {
        if (token.Inner || token.Run != 0 || BodyOf(token.Scope) is not { Owner: not { AdHoc: not null } } scope)
            return [];
        if (token.State is not (TokenState.Incident or TokenState.Stuck or TokenState.Task or TokenState.Suspended or TokenState.Message or TokenState.Timer or TokenState.Event or TokenState.Race))
            return [];
        var alone = !tokens.Exists(other => other.Id != token.Id && other.Scope == token.Scope) && !runs.Exists(run => run.Token != 0 && Find(run.Token)?.Scope == token.Scope);
        var map = new MoveMap(scope, visited);
        return map.TargetsOf(NodeOf(token), isDone: token.State == TokenState.Stuck, alone);
    }

    public void Move(Token token, FlowNode target)
    {
        GiveUp(token, HistoryKind.Moved, target.Id);
        Abandon(token);
        Send(target, null, token.Scope);
    }

    public IReadOnlyDictionary<string, object?> Seen(Token token, IEnumerable<string> names)
    {
        var view = See(token);
        var seen = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (view.TryGet(name, out var value))
                seen[name] = value;
        }

        return seen;
    }

    private void GiveUp(Token token, HistoryKind kind, string? to)
    {
        Write(kind, token.Node, token.Id, action: to);
        Close(token, ClosedBy.Withdrawn, null);
        if (token.State is TokenState.Incident or TokenState.Stuck)
            messages.Add(new IncidentMended(token.Id, token.Node));
    }

    /// <summary>Takes a token away together with what had already begun inside its activity.</summary>
    private void Abandon(Token token)
    {
        foreach (var inside in scopes.Where(scope => scope.Host == token.Id).ToList())
            Kill(inside);
        foreach (var run in runs.Where(run => run.Token == token.Id).ToList())
            Kill(run);
        Remove(token);
    }
}
