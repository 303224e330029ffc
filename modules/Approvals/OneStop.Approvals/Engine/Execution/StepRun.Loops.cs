using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>
/// Loops and multi-instances. The activity's own token stays open and carries its boundary events; in a scope of kind Loop one inner token for each instance does the work.
/// </summary>
internal sealed partial class StepRun
{
    private const int MostInstances = 100_000;

    private void BeginLoop(Token token, FlowNode node)
    {
        if (node.Loop is StandardLoop standard)
        {
            BeginStandard(token, node, standard);
            return;
        }

        var many = (MultiInstance)node.Loop!;
        if (Size(token, many) is not { } size)
        {
            Raise(token, Incidents.BadLoop, many.InputList ?? many.Cardinality?.Source ?? "");
            return;
        }

        if (size.Total == 0)
        {
            Done(token, node);
            return;
        }

        var scope = new Scope(++lastId, token.Scope, ScopeKind.Loop, node.Id) { Host = token.Id, Loop = size, Variables = token.Locals ?? ImmutableDictionary<string, object?>.Empty };
        scopes.Add(scope);
        var first = many.Sequential ? 1 : size.Total;
        Replace(scope with { Loop = size with { Started = first } });
        for (var i = 1; i <= first; i++)
            StartInstance(scope.Id, node, i, many, size);
    }

    private void BeginStandard(Token token, FlowNode node, StandardLoop loop)
    {
        var scope = new Scope(++lastId, token.Scope, ScopeKind.Loop, node.Id) { Host = token.Id, Loop = new LoopState(0, 0, 0, 0), Variables = token.Locals ?? ImmutableDictionary<string, object?>.Empty };
        scopes.Add(scope);
        if (loop.TestBefore && !GoesOn(scope, loop))
            EndLoop(scope, node);
        else
            NextRound(scope, node);
    }

    private bool GoesOn(Scope scope, StandardLoop loop)
    {
        if (loop.Maximum is { } most && scope.Loop!.Completed >= most)
            return false;
        return loop.Condition is not { } condition || condition.Evaluate(See(scope.Id)).IsTrue;
    }

    private void NextRound(Scope scope, FlowNode node)
    {
        var state = scope.Loop!;
        Replace(scope with { Loop = state with { Started = state.Started + 1 } });
        StartInstance(scope.Id, node, state.Started + 1, null, state);
    }

    private void StartInstance(int scope, FlowNode node, int number, MultiInstance? many, LoopState state)
    {
        var locals = ImmutableDictionary<string, object?>.Empty.SetItem(LoopNames.Counter, (decimal)number);
        if (many?.InputItem is { } item && number <= state.Items.Length)
            locals = locals.SetItem(item, state.Items[number - 1]);
        if (many?.OutputItem is { } output)
            locals = locals.SetItem(output, null);
        var work = new Work(node, null, scope);
        var token = Replace(Stand(work, TokenState.Queued) with { Inner = true, Locals = locals });
        works.Enqueue(work with { Token = token.Id });
    }

    private void CompleteInner(Token token, FlowNode node)
    {
        var scope = ScopeOf(token.Scope);
        var state = scope.Loop!;
        if (node.Loop is MultiInstance { OutputItem: { } output, OutputList: not null })
        {
            var result = See(token).TryGet(output, out var value) ? value : null;
            state = state with { Results = Put(state.Results, Number(token) - 1, result) };
        }

        Remove(token);
        scope = Replace(scope with { Loop = state with { Completed = state.Completed + 1 } });
        if (node.Loop is StandardLoop standard)
        {
            if (GoesOn(scope, standard))
                NextRound(scope, node);
            else
                EndLoop(scope, node);
            return;
        }

        var many = (MultiInstance)node.Loop!;
        ThrowAsInstancesComplete(scope, many);
        // What was thrown may have been caught at the boundary and have ended the whole activity.
        if (!IsOpen(scope.Id))
            return;
        scope = ScopeOf(scope.Id);
        if (scope.Loop!.Completed >= scope.Loop.Total || many.Completion?.Evaluate(See(scope.Id)).IsTrue == true)
        {
            EndLoop(scope, node);
        }
        else if (many.Sequential)
        {
            var next = scope.Loop.Started + 1;
            Replace(scope with { Loop = scope.Loop with { Started = next } });
            StartInstance(scope.Id, node, next, many, scope.Loop);
        }
    }

    private void EndLoop(Scope scope, FlowNode node)
    {
        var host = Find(scope.Host)!;
        KillContents(scope.Id);
        var left = ScopeOf(scope.Id);
        Discard(left);
        if (node.Loop is MultiInstance { OutputList: { } list })
            Assign(list, left.Loop!.Results.ToArray(), host.Scope, host);
        Done(Find(host.Id)!, node);
    }

    private void ThrowAsInstancesComplete(Scope scope, MultiInstance many)
    {
        IEnumerable<EventSpec> thrown = many.Behaviour switch
        {
            LoopBehaviour.None when many.Thrown is { } each => [each],
            LoopBehaviour.One when many.Thrown is { } one && scope.Loop!.Completed == 1 => [one],
            LoopBehaviour.Complex => many.Complex.Where(complex => complex.Condition.Evaluate(See(scope.Id)).IsTrue).SelectMany(complex => complex.Thrown).ToList(),
            _ => [],
        };
        foreach (var spec in thrown)
        {
            if (!IsOpen(scope.Id))
                return;
            ThrowAtBoundary(Find(scope.Host)!, spec);
        }
    }

    private LoopState? Size(Token token, MultiInstance many)
    {
        if (many.InputList is { } list)
        {
            if (!See(token).TryGet(list, out var value))
                return null;
            return value switch
            {
                IReadOnlyList<object?> { Count: <= MostInstances } items => new LoopState(items.Count, 0, 0, 0) { Items = [.. items] },
                _ => null,
            };
        }

        var number = many.Cardinality?.Evaluate(See(token)).Value;
        return Values.Normalise(number) is decimal count && count is >= 0 and <= MostInstances ? new LoopState((int)count, 0, 0, 0) : null;
    }

    private static int Number(Token token) => token.Locals?.GetValueOrDefault(LoopNames.Counter) is decimal number ? (int)number : 1;

    private static ImmutableArray<object?> Put(ImmutableArray<object?> results, int index, object? value)
    {
        while (results.Length <= index)
            results = results.Add(null);
        return results.SetItem(index, value);
    }
}
