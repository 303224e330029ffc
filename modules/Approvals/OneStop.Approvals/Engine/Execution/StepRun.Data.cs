using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Variables: what an activity sees from inside out, and where a value goes that is set.</summary>
internal sealed partial class StepRun
{
    private static readonly ImmutableDictionary<string, object?> NoLocals = ImmutableDictionary<string, object?>.Empty;

    /// <summary>What <paramref name="at"/> has an output for stays with it and goes where its associations say; the rest is seen from the scope.</summary>
    public void Merge(IReadOnlyDictionary<string, object?> values, int scope = 0, Token? at = null)
    {
        foreach (var (name, value) in values)
            Assign(name, value, scope, at is not null && NodeOf(at).Data.Gives(name) ? at : null);
    }

    /// <summary>The same for an event at which no token waits.</summary>
    public void MergeAt(FlowNode node, IReadOnlyDictionary<string, object?> values, int scope)
    {
        var (data, kept) = (node.Data, NoLocals);
        foreach (var (name, value) in values)
        {
            if (data.Gives(name))
                kept = kept.SetItem(data.Aliases.GetValueOrDefault(name, name), value);
            else
                Assign(name, value, scope, null);
        }

        var seen = new Handed(kept, data.Aliases, See(scope));
        foreach (var link in data.Outputs)
        {
            if (Value(link, seen) is { } value)
                Assign(link.Target, value, scope, null);
        }
    }

    /// <summary>What a message carries: the inputs of who throws it.</summary>
    private ImmutableDictionary<string, object?> Carried(Token token, FlowNode node)
    {
        if (node.Data.Inputs.Count == 0 || Find(token.Id) is not { Locals: { } locals })
            return NoLocals;
        return node.Data.Inputs.Select(link => node.Data.Aliases.GetValueOrDefault(link.Target, link.Target)).Distinct(StringComparer.Ordinal)
            .Where(locals.ContainsKey).ToImmutableDictionary(name => name, name => locals[name]);
    }

    /// <summary>What the catcher takes of it: outputs of the same name, or its one output the one value, whatever each side calls it.</summary>
    public static IReadOnlyDictionary<string, object?> Taken(FlowNode node, IReadOnlyDictionary<string, object?> carried)
    {
        string[] outputs = [.. node.Data.Outputs.Select(link => link.Source).OfType<string>().Select(name => node.Data.Aliases.GetValueOrDefault(name, name)).Distinct(StringComparer.Ordinal)];
        return outputs.Length == 1 && carried.Count == 1
            ? NoLocals.SetItem(outputs[0], carried.Values.First())
            : carried.Where(value => node.Data.Gives(value.Key)).ToImmutableDictionary();
    }

    public void Set(string name, object? value)
    {
        variables = variables.SetItem(name, value);
    }

    private View See(int scope) => new(this, scope, null);

    private View See(Token token) => new(this, token.Scope, token);

    /// <summary>The innermost variable of that name becomes the value; a new one belongs to the process.</summary>
    private void Assign(string name, object? value, int scope, Token? from)
    {
        if (from is not null && Find(from.Id) is { Locals: { } locals } token && LocalName(token, name) is { } local && locals.ContainsKey(local))
        {
            Replace(token with { Locals = locals.SetItem(local, value) });
            return;
        }

        while (true)
        {
            var canonical = BodyOf(scope).Aliases.GetValueOrDefault(name, name);
            if (scope == 0)
            {
                variables = variables.SetItem(variables.ContainsKey(name) ? name : canonical, value);
                return;
            }

            var open = ScopeOf(scope);
            if (open.Variables.ContainsKey(name) || open.Variables.ContainsKey(canonical) || open.Kind == ScopeKind.Call)
            {
                Replace(open with { Variables = open.Variables.SetItem(open.Variables.ContainsKey(name) ? name : canonical, value) });
                return;
            }

            scope = open.Parent;
        }
    }

    private string LocalName(Token token, string name) => NodeOf(token).Data.Aliases.GetValueOrDefault(name, name);

    private Token TakeInputs(Token token, FlowNode node)
    {
        if (node.Data.IsEmpty)
            return token;
        var locals = NoLocals;
        foreach (var name in node.Data.Locals)
            locals = locals.SetItem(name, null);
        foreach (var link in node.Data.Inputs)
            locals = locals.SetItem(node.Data.Aliases.GetValueOrDefault(link.Target, link.Target), Value(link, See(token.Scope)));
        return Replace(token with { Locals = locals });
    }

    private void GiveOutputs(Token token, FlowNode node)
    {
        foreach (var link in node.Data.Outputs)
        {
            if (Value(link, See(token)) is { } value)
                Assign(link.Target, value, token.Scope, null);
        }
    }

    /// <summary>A called process gives its outputs to the outputs of the activity that called it.</summary>
    private void ReturnOutputs(Scope scope, Token host, FlowNode node)
    {
        var inside = See(scope.Id);
        var names = node.Data.Locals.Concat(Definition.Library.Find(scope.Process!)!.Data.Locals);
        var carrier = Find(host.Id)!;
        var locals = carrier.Locals ?? NoLocals;
        foreach (var name in names)
        {
            if (inside.TryGet(name, out var value) && value is not null)
                locals = locals.SetItem(name, value);
        }

        if (locals.Count > 0)
            Replace(carrier with { Locals = locals });
    }

    private static object? Value(DataLink link, IVariables from)
    {
        if (link.Value is { } expression)
            return expression.Evaluate(from).Value;
        return link.Source is { } source && from.TryGet(source, out var value) ? value : null;
    }

    private static ImmutableDictionary<string, object?> Declare(ImmutableDictionary<string, object?> before, ScopeDefinition body)
    {
        foreach (var name in body.Declared)
        {
            if (!before.ContainsKey(name))
                before = before.SetItem(name, null);
        }

        return before;
    }

    /// <summary>Everything a token sees, as the called process gets it.</summary>
    private ImmutableDictionary<string, object?> Visible(Token token)
    {
        var all = NoLocals;
        var chain = new List<ImmutableDictionary<string, object?>>();
        if (token.Locals is { } locals)
            chain.Add(locals);
        for (var scope = token.Scope; ; scope = ScopeOf(scope).Parent)
        {
            chain.Add(scope == 0 ? variables : ScopeOf(scope).Variables);
            if (scope == 0 || ScopeOf(scope).Kind == ScopeKind.Call)
                break;
        }

        for (var i = chain.Count - 1; i >= 0; i--)
            all = all.SetItems(chain[i]);
        return all;
    }

    private sealed class Handed(ImmutableDictionary<string, object?> values, IReadOnlyDictionary<string, string> aliases, View around) : IVariables
    {
        public bool TryGet(string name, out object? value) => values.TryGetValue(aliases.GetValueOrDefault(name, name), out value) || around.TryGet(name, out value);
    }

    private sealed class View(StepRun run, int scope, Token? token) : IVariables
    {
        public bool TryGet(string name, out object? value)
        {
            if (token is not null && run.Find(token.Id)?.Locals is { } locals
                && (locals.TryGetValue(name, out value) || locals.TryGetValue(run.LocalName(token, name), out value)))
                return true;
            for (var at = scope; at != 0;)
            {
                var open = run.ScopeOf(at);
                if (open.Loop is { } loop && LoopNames.TryGet(loop, name, out value))
                    return true;
                if (open.Variables.TryGetValue(name, out value) || open.Variables.TryGetValue(run.BodyOf(at).Aliases.GetValueOrDefault(name, name), out value))
                    return true;
                if (open.Kind == ScopeKind.Call)
                    return false;
                at = open.Parent;
            }

            return run.variables.TryGetValue(name, out value)
                || (run.Definition.Root.Aliases.TryGetValue(name, out var canonical) && run.variables.TryGetValue(canonical, out value));
        }
    }
}
