using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Ad-hoc sub-processes: every activity that nothing leads to is done in a round, and rounds follow until the condition holds.</summary>
internal sealed partial class StepRun
{
    private void BeginRound(Scope scope, FlowNode node)
    {
        var starts = node.Body!.Starts;
        var first = node.AdHoc!.Sequential ? Math.Min(1, starts.Count) : starts.Count;
        Replace(scope with { Round = first });
        touched.Add(scope.Id);
        foreach (var start in starts.Take(first))
            Send(start, null, scope.Id);
    }

    /// <summary>Asked when an activity inside has been done: the condition may end the whole even while others are at work.</summary>
    private void CheckAdHoc(int id)
    {
        if (id == 0 || scopes.Find(scope => scope.Id == id) is not { Kind: ScopeKind.SubProcess } scope || Find(scope.Host) is not { } host)
            return;
        if (NodeOf(host) is not { AdHoc: { Completion: { } condition } adHoc } node || !condition.Evaluate(See(id)).IsTrue)
            return;
        if (adHoc.CancelRemaining)
        {
            KillContents(id);
            CloseBody(ScopeOf(id), host, node);
        }
    }

    private bool IsAdHocDone(Scope scope, FlowNode node)
    {
        var adHoc = node.AdHoc!;
        var starts = node.Body!.Starts;
        if (adHoc.Completion is { } condition && condition.Evaluate(See(scope.Id)).IsTrue)
            return true;
        if (adHoc.Sequential && scope.Round < starts.Count)
        {
            Replace(scope with { Round = scope.Round + 1 });
            Send(starts[scope.Round], null, scope.Id);
            return false;
        }

        if (adHoc.Completion is null || starts.Count == 0)
            return true;
        BeginRound(scope, node);
        return false;
    }
}
