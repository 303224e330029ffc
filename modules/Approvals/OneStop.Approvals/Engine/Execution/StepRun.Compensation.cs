using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>What has been done is undone: latest first, one after the other (BPMN 2.0.2, 13.5.5).</summary>
internal sealed partial class StepRun
{
    private readonly List<Compensable> compensables;
    private readonly List<CompensationRun> runs;

    private void Remember(Token token, FlowNode node)
    {
        if (node.CompensatedBy is not null)
            compensables.Add(new Compensable(++lastId, token.Scope, node.Id));
    }

    private void RememberInside(Scope scope, Token host, FlowNode node)
    {
        if (scope.Kind != ScopeKind.SubProcess || !node.Body!.HasCompensation || node.CompensatedBy is not null || host.Run != 0)
        {
            ForgetInside(scope.Id);
            return;
        }

        var around = host.Inner ? ScopeOf(host.Scope).Parent : host.Scope;
        compensables.Add(new Compensable(++lastId, around, node.Id, scope.Id) { Variables = ScopeOf(scope.Id).Variables });
    }

    private void ForgetInside(int scope)
    {
        foreach (var entry in compensables.Where(entry => entry.Scope == scope).ToList())
        {
            compensables.Remove(entry);
            if (entry.Inside != 0)
                ForgetInside(entry.Inside);
        }
    }

    private void Forget()
    {
        compensables.Clear();
        runs.Clear();
        latches.Clear();
        gates.Clear();
    }

    /// <summary>A throwing compensation event: for one activity, or for all that was done in its scope.</summary>
    private void Compensate(Token token, EventSpec spec)
    {
        var entries = spec.Activity is { } activity ? EntriesOf(activity, token.Scope) : EntriesAround(token.Scope);
        if (entries.Count == 0)
            return;
        if (spec.Waits)
        {
            Write(HistoryKind.Entered, token.Node, token.Id);
            Replace(token with { State = TokenState.Compensating });
        }

        BeginRun(entries, spec.Waits ? token.Id : 0, 0, 0, 0);
    }

    private List<Compensable> EntriesOf(string activity, int scope)
    {
        while (true)
        {
            var entries = compensables.FindAll(entry => entry.Scope == scope && entry.Node == activity);
            if (entries.Count > 0 || scope == 0 || ScopeOf(scope).Kind == ScopeKind.Call)
                return entries;
            scope = ScopeOf(scope).Parent;
        }
    }

    private List<Compensable> EntriesAround(int scope)
    {
        var entries = compensables.FindAll(entry => entry.Scope == scope);
        // An event sub-process undoes what was done in the scope it belongs to.
        for (; scope != 0 && ScopeOf(scope).Kind == ScopeKind.EventSubProcess; scope = ScopeOf(scope).Parent)
        {
            var around = ScopeOf(scope).Parent;
            entries.AddRange(compensables.Where(entry => entry.Scope == around));
        }

        return entries;
    }

    private void BeginRun(List<Compensable> entries, int token, int outer, int cancelled, int reopened)
    {
        var run = new CompensationRun(++lastId, token, outer, cancelled, reopened) { Left = [.. entries.OrderByDescending(entry => entry.Id).Select(entry => entry.Id)] };
        runs.Add(run);
        ContinueRun(run.Id);
    }

    private void ContinueRun(int id)
    {
        var index = runs.FindIndex(run => run.Id == id);
        if (index < 0)
            return;
        var run = runs[index];
        while (run.Left.Length > 0)
        {
            var next = compensables.Find(entry => entry.Id == run.Left[0]);
            run = run with { Left = run.Left.RemoveAt(0) };
            runs[index] = run;
            if (next is not null && Undo(next, run))
                return;
            index = runs.FindIndex(candidate => candidate.Id == id);
        }

        runs.RemoveAt(index);
        EndRun(run);
    }

    /// <summary>Starts undoing one entry; false when there was nothing to do.</summary>
    private bool Undo(Compensable entry, CompensationRun run)
    {
        compensables.Remove(entry);
        if (!IsOpen(entry.Scope))
            return false;
        var node = DefinitionOf(entry.Scope)[entry.Node];
        if (node.CompensatedBy is { } handler)
        {
            Write(HistoryKind.Compensating, node.Id, 0);
            works.Enqueue(new Work(handler, null, entry.Scope, run.Id));
            return true;
        }

        var inside = compensables.FindAll(other => other.Scope == entry.Inside);
        var own = node.Body!.CompensationHandler;
        if (own is null && inside.Count == 0)
            return false;
        scopes.Add(new Scope(entry.Inside, entry.Scope, ScopeKind.Reopened, node.Id) { Variables = entry.Variables ?? NoLocals });
        Write(HistoryKind.Compensating, node.Id, 0);
        if (own is null)
        {
            BeginRun(inside, 0, run.Id, 0, entry.Inside);
            return true;
        }

        var opened = OpenHandler(entry.Inside, own.Scope.Owner!, run.Id);
        works.Enqueue(new Work(own, null, opened.Id));
        return true;
    }

    private void EndRun(CompensationRun run)
    {
        if (run.Reopened != 0 && scopes.Find(scope => scope.Id == run.Reopened) is { } reopened)
            Kill(reopened);
        if (run.Outer != 0)
            ContinueAfterHandler(run.Outer);
        if (run.Cancelled != 0)
            LeaveTransaction(run.Cancelled);
        if (run.Token == 0 || Find(run.Token) is not { } token)
            return;
        var node = NodeOf(token);
        EndOf(node);
        Leave(token, node, HistoryKind.Left);
    }

    private void ContinueAfterHandler(int run)
    {
        foreach (var reopened in scopes.Where(scope => scope.Kind == ScopeKind.Reopened && !runs.Exists(open => open.Reopened == scope.Id)).ToList())
        {
            if (!scopes.Exists(scope => scope.Parent == reopened.Id))
                Kill(reopened);
        }

        ContinueRun(run);
    }

    private void Kill(CompensationRun run)
    {
        runs.Remove(run);
        foreach (var inner in runs.Where(other => other.Outer == run.Id).ToList())
            Kill(inner);
        foreach (var token in tokens.Where(token => token.Run == run.Id).ToList())
            Kill(token);
        foreach (var scope in scopes.Where(scope => scope.Run == run.Id || (run.Reopened != 0 && scope.Id == run.Reopened)).ToList())
        {
            if (IsOpen(scope.Id))
                Kill(scope);
        }
    }

    /// <summary>A cancel end event: the transaction stops, what it has done is undone, then it is left by its cancel boundary event.</summary>
    private void CancelTransaction(Token token)
    {
        var scope = token.Scope;
        while (scope != 0 && ScopeOf(scope).Kind != ScopeKind.Call && BodyOf(scope).Owner is not { IsTransaction: true })
            scope = ScopeOf(scope).Parent;
        Remove(token);
        if (scope == 0 || BodyOf(scope).Owner is not { IsTransaction: true })
            return;
        KillContents(scope);
        DisarmScope(scope);
        Replace(ScopeOf(scope) with { Taken = true });
        BeginRun(compensables.FindAll(entry => entry.Scope == scope), 0, 0, scope, 0);
    }

    private void LeaveTransaction(int id)
    {
        if (scopes.Find(scope => scope.Id == id) is not { } scope || Find(scope.Host) is not { } host)
            return;
        // The boundary events of a loop stand on the loop as a whole.
        if (host.Inner)
            host = Find(ScopeOf(host.Scope).Host)!;
        var exit = NodeOf(host).Boundaries.FirstOrDefault(boundary => boundary.Has(EventKind.Cancel));
        if (exit is not null)
            HappenAtBoundary(host, exit, timed: false);
        else
            Interrupt(host, ClosedBy.Withdrawn);
    }
}
