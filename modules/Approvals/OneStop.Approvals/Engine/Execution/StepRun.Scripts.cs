using System.Globalization;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Scripts and decision tables: what a process computes by itself.</summary>
internal sealed partial class StepRun
{
    private void RunScript(Token token, FlowNode node)
    {
        var lines = node.Script?.Lines ?? [];
        for (var i = token.Line; i < lines.Count; i++)
        {
            var line = lines[i];
            switch (line.Verb)
            {
                case ScriptVerb.Sleep:
                    var timer = new ArmedTimer(++lastId, token.Id, node.Id, null);
                    Replace(Find(token.Id)! with { State = TokenState.Script, Line = i + 1 });
                    timers.Add(timer);
                    jobs.Add(new StartTimer(timer.Id, token.Id, node.Id, line.Pause, null, WorkingTime: false));
                    return;
                case ScriptVerb.Throw:
                    ThrowError(Find(token.Id)!, line.Text);
                    return;
                default:
                    if (Do(line, token) is { } failure)
                    {
                        Raise(Find(token.Id)!, Incidents.ExpressionFailed, failure);
                        return;
                    }

                    break;
            }
        }

        // A condition may have come true by what the script has set, and have ended this very activity.
        CheckConditions();
        if (Find(token.Id) is { } done)
            Done(done, node);
    }

    private string? Do(ScriptLine line, Token token)
    {
        var view = See(token);
        switch (line.Verb)
        {
            case ScriptVerb.Log:
                messages.Add(new Logged(line.Text));
                break;
            case ScriptVerb.Increment:
                var before = view.TryGet(line.Variable, out var number) ? Values.Normalise(number) as decimal? ?? Parse(number) : 0;
                Assign(line.Variable, before + 1, token.Scope, token);
                break;
            case ScriptVerb.SetText:
                Assign(line.Variable, line.Text, token.Scope, token);
                break;
            case ScriptVerb.LogVariable:
                messages.Add(new Logged($"{line.Text}_{Values.Print(view.TryGet(line.Variable, out var value) ? value : null)}"));
                break;
            case ScriptVerb.Assign:
                var result = line.Value!.Evaluate(view);
                if (result.Error is { } error)
                    return $"{line.Variable}: {error}";
                Assign(line.Variable, result.Value, token.Scope, token);
                break;
        }

        return null;
    }

    private static decimal Parse(object? value) => value is string text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void Decide(Token token, FlowNode node)
    {
        if (node.Decision is { } table)
        {
            var view = See(token);
            var hits = table.Rules.Where(rule => Applies(rule, table, view)).ToList();
            var distinct = hits.Select(rule => string.Join('\u001f', rule.Values.Select(value => Values.Print(value?.Evaluate(view).Value)))).Distinct().Count();
            if ((table.Policy == HitPolicy.Unique && hits.Count > 1) || (table.Policy == HitPolicy.Any && distinct > 1) || (hits.Count == 0 && table.Policy != HitPolicy.Collect))
            {
                Raise(token, Incidents.NoRule, $"{hits.Count}");
                return;
            }

            foreach (var (name, value) in Outputs(table, hits, view))
                Assign(name, value, token.Scope, token);
        }

        Done(Find(token.Id)!, node);
    }

    private static bool Applies(DecisionRule rule, DecisionTable table, IVariables view)
    {
        for (var i = 0; i < rule.Tests.Count; i++)
        {
            if (rule.Tests[i] is { } test && !test.Evaluate(new InputView(view, table.Inputs[i].Evaluate(view).Value)).IsTrue)
                return false;
        }

        return true;
    }

    private static IEnumerable<(string Name, object? Value)> Outputs(DecisionTable table, List<DecisionRule> hits, IVariables view)
    {
        for (var i = 0; i < table.Outputs.Count; i++)
        {
            var values = hits.Select(rule => rule.Values[i]?.Evaluate(view).Value).ToArray();
            yield return (table.Outputs[i], table.Policy == HitPolicy.Collect ? values : values[0]);
        }
    }

    /// <summary>A test of a decision table sees its input beside the variables.</summary>
    private sealed class InputView(IVariables outer, object? input) : IVariables
    {
        public bool TryGet(string name, out object? value)
        {
            if (name != Expression.Input)
                return outer.TryGet(name, out value);
            value = input;
            return true;
        }
    }
}
