using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>
/// Takes the state of an instance to another version of its process. Tokens, scopes and timers keep their ids, so that tasks, due dates and timers outside stay what they
/// are; nothing that has been done is done again. Only events that the new version adds begin to be waited for.
/// </summary>
internal static class StateMigration
{
    private static readonly EngineCommand Looking = new(Guid.Empty, new SetVariables(new Dictionary<string, object?>()));

    public static IReadOnlyList<MigrationProblem> Check(MigrationMap map, InstanceState state)
    {
        if (state.IsEnded || state.Status == InstanceStatus.New)
            return [new MigrationProblem(MigrationProblem.Ended, "")];
        var run = new StepRun(map.From, state, Looking, default);
        // A service that waits for opinions rests, for weeks perhaps.
        var busy = state.Tokens.FirstOrDefault(
            t => t.State is TokenState.Script or TokenState.Queued or TokenState.Compensating || (t.State == TokenState.Service && run.NodeOf(t).Consultation is null));
        if (busy is not null || state.Runs.Length > 0)
            return [new MigrationProblem(MigrationProblem.NotAtRest, busy?.Node ?? "", busy?.State.ToString() ?? "")];

        var problems = new List<MigrationProblem>();
        var places = state.Tokens.Select(t => (t.Scope, t.Node)).Concat(state.Scopes.Select(s => (Scope: s.Parent, s.Node))).Concat(state.Compensables.Where(c => run.Has(c.Scope)).Select(c => (c.Scope, c.Node)))
            .Concat(state.Gates.Select(g => (g.Scope, g.Node))).Distinct();
        foreach (var (scope, node) in places)
        {
            map.Find(run.ProcessOf(scope), node, out var problem);
            Add(problem);
        }

        // What belongs to a finished sub-process is found again by its id alone.
        foreach (var closed in state.Compensables.Where(c => !run.Has(c.Scope) && map.From.TryFind(c.Node, out _) && map.IdOf(c.Node) != c.Node))
            Add(new MigrationProblem(MigrationProblem.ElementMissing, closed.Node));
        foreach (var timer in state.Timers)
        {
            map.Find(run.ProcessOf(run.ScopeOfTimer(timer)), timer.Node, out var problem);
            Add(problem is { Code: MigrationProblem.ElementMissing } ? problem with { Code = MigrationProblem.EventMissing } : problem);
        }

        foreach (var tokens in state.Tokens.GroupBy(t => t.Scope))
            CheckBranches(map, run, [.. tokens], problems);
        return problems;

        void Add(MigrationProblem? problem)
        {
            if (problem is not null && !problems.Contains(problem))
                problems.Add(problem);
        }
    }

    /// <summary>The instance as it goes on with the new version. Ask <see cref="Check"/> first.</summary>
    public static StepResult Apply(MigrationMap map, InstanceState state, EngineCommand command, string version, DateTimeOffset now)
    {
        if (state.Applied.Contains(command.Id))
            return StepResult.Refused(state, Refusal.AlreadyApplied);
        var before = new StepRun(map.From, state, Looking, now);
        string At(int scope, string node) => map.Find(before.ProcessOf(scope), node, out _)?.Id ?? node;
        var moved = state with
        {
            Tokens = [.. state.Tokens.Select(t => t with { Node = At(t.Scope, t.Node) })],
            Scopes = [.. state.Scopes.Select(s => s with { Node = At(s.Parent, s.Node) })],
            Timers = [.. state.Timers.Select(t => t with { Node = At(before.ScopeOfTimer(t), t.Node) })],
            Compensables = [.. state.Compensables.Select(c => before.Has(c.Scope) ? c with { Node = At(c.Scope, c.Node) } : c)],
            Latches = [.. state.Latches.Select(l => l with { Node = At(l.OfScope ? l.Owner : before.Find(l.Owner)?.Scope ?? 0, l.Node) })],
            Gates = [.. state.Gates.Select(g => g with { Node = At(g.Scope, g.Node) })],
            Visited = [.. state.Visited.Select(map.IdOf).OfType<string>()],
        };
        var run = new StepRun(map.To, moved, command, now);
        run.TakeOver(version, node => map.From.Nodes.Any(old => map.IdOf(old.Id) == node.Id));
        return run.Finish();
    }

    private static void CheckBranches(MigrationMap map, StepRun run, List<Token> tokens, List<MigrationProblem> problems)
    {
        var definition = run.ProcessOf(tokens[0].Scope);
        if (!ReferenceEquals(definition, map.From) || !definition.TryFind(tokens[0].Node, out var first))
            return;
        if (tokens is [{ State: not TokenState.Join } only])
        {
            if (map.Find(definition, only.Node, out _) is { } target && MoveMap.OwesAJoin(target) && !MoveMap.OwesAJoin(first))
                problems.Add(new MigrationProblem(MigrationProblem.OtherBranches, only.Node, target.Id));
            return;
        }

        // Several tokens in one scope have come out of forks: the joins they go to must count as before.
        foreach (var join in first.Scope.Nodes.Where(MoveMap.IsJoin))
        {
            var same = map.Find(definition, join.Id, out _) is { } other && other.Incoming.Select(f => f.Id).ToHashSet(StringComparer.Ordinal).SetEquals(join.Incoming.Select(f => f.Id));
            if (!same && !problems.Exists(p => p.Element == join.Id))
                problems.Add(new MigrationProblem(MigrationProblem.OtherBranches, join.Id, join.Name));
        }
    }
}
