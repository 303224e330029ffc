namespace OneStop.Approvals.Engine.Expressions;

/// <summary>"some x in list satisfies …" and "every …".</summary>
internal sealed class Quantifier(bool every, string name, Node list, Node condition) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        if (list.Evaluate(context) is not IReadOnlyList<object?> items)
            return null;
        var unknown = false;
        foreach (var item in items)
        {
            var holds = context.With(name, item, condition) as bool?;
            if (holds == !every)
                return !every;
            unknown |= holds is null;
        }

        return unknown ? null : every;
    }
}

/// <summary>"for x in list return …".</summary>
internal sealed class Iteration(string name, Node list, Node result) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        if (list.Evaluate(context) is not IReadOnlyList<object?> items)
            return null;
        var results = new object?[items.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = context.With(name, items[i], result);
        return results;
    }
}

/// <summary>"list[2]" (from 1, negative from the end) or "list[item &gt; 5]".</summary>
internal sealed class Filter(Node subject, Node inner) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var value = subject.Evaluate(context);
        if (value is null)
            return null;
        var items = value as IReadOnlyList<object?> ?? [value];
        if (inner is Literal or Negation or Variable or Arithmetic && inner.Evaluate(context) is decimal index)
        {
            var at = index > 0 ? index - 1 : items.Count + index;
            return at >= 0 && at < items.Count ? Values.Normalise(items[(int)at]) : null;
        }

        return items.Where(item => context.With(Expression.Item, item, inner) is true).ToArray();
    }
}

/// <summary>"low..high" as a list of whole numbers, for iterations.</summary>
internal sealed class RangeList(Node low, Node high) : Node
{
    private const int Longest = 10_000;

    protected override object? Compute(EvaluationContext context)
    {
        if (low.Evaluate(context) is not decimal from || high.Evaluate(context) is not decimal to || Math.Abs(to - from) >= Longest)
            return null;
        var step = to >= from ? 1 : -1;
        return Enumerable.Range(0, (int)Math.Abs(to - from) + 1).Select(i => (object?)(from + (i * step))).ToArray();
    }
}
