namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Values are null, bool, decimal, string, dates, times and durations, lists, or contexts (members by name); anything undefined is null and stays null.</summary>
internal abstract class Node
{
    public object? Evaluate(EvaluationContext context) => context.TakeStep() ? Compute(context) : null;

    protected abstract object? Compute(EvaluationContext context);
}

internal sealed class Literal(object? value) : Node
{
    protected override object? Compute(EvaluationContext context) => value;
}

internal sealed class Variable(string path) : Node
{
    private readonly string[] parts = path.Split('.');

    protected override object? Compute(EvaluationContext context)
    {
        // A dossier's facts are stored flat ("dossier.channel"); a form's answers may be nested.
        if (context.Variables.TryGet(path, out var value))
            return Values.Normalise(value);
        if (parts.Length == 1 || !context.Variables.TryGet(parts[0], out value))
            return null;
        for (var i = 1; i < parts.Length; i++)
            value = Values.Member(Values.Normalise(value), parts[i]);
        return value;
    }
}

/// <summary>".name" behind something that is not a name itself.</summary>
internal sealed class MemberAccess(Node subject, string name) : Node
{
    protected override object? Compute(EvaluationContext context) => Values.Member(subject.Evaluate(context), name);
}

internal sealed class ListNode(IReadOnlyList<Node> items) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var values = new object?[items.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = items[i].Evaluate(context);
        return values;
    }
}

internal sealed class ContextNode(IReadOnlyList<(string Name, Node Value)> members) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
            values[name] = value.Evaluate(context);
        return values;
    }
}

internal sealed class Negation(Node operand) : Node
{
    protected override object? Compute(EvaluationContext context) => operand.Evaluate(context) switch
    {
        decimal number => -number,
        TimeSpan length => -length,
        MonthSpan months => new MonthSpan(-months.Months),
        _ => null,
    };
}

internal sealed class Not(Node operand) : Node
{
    protected override object? Compute(EvaluationContext context) => operand.Evaluate(context) is bool truth ? !truth : null;
}

/// <summary>Three-valued "and" and "or": a known answer wins over an unknown operand.</summary>
internal sealed class Junction(bool isAnd, Node left, Node right) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var first = left.Evaluate(context) as bool?;
        if (first == !isAnd)
            return !isAnd;
        var second = right.Evaluate(context) as bool?;
        if (second == !isAnd)
            return !isAnd;
        return first is null || second is null ? null : isAnd;
    }
}

internal sealed class Comparison(string symbol, Node left, Node right) : Node
{
    protected override object? Compute(EvaluationContext context) => Values.Compare(symbol, left.Evaluate(context), right.Evaluate(context));
}

internal sealed class Arithmetic(string symbol, Node left, Node right) : Node
{
    protected override object? Compute(EvaluationContext context) => Values.Calculate(symbol, left.Evaluate(context), right.Evaluate(context));
}

/// <summary>"low..high" with each end open or closed.</summary>
internal sealed class RangeTest(Node subject, Node low, bool lowClosed, Node high, bool highClosed) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var value = subject.Evaluate(context);
        var above = Values.Compare(lowClosed ? ">=" : ">", value, low.Evaluate(context)) as bool?;
        var below = Values.Compare(highClosed ? "<=" : "<", value, high.Evaluate(context)) as bool?;
        return above is null || below is null ? null : above.Value && below.Value;
    }
}

internal sealed class Membership(Node subject, Node set) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var value = subject.Evaluate(context);
        return set.Evaluate(context) switch
        {
            IReadOnlyList<object?> list => Values.Contains(list, value),
            null => null,
            var single => Values.Compare("=", value, single),
        };
    }
}

internal sealed class Choice(Node condition, Node whenTrue, Node otherwise) : Node
{
    protected override object? Compute(EvaluationContext context) =>
        condition.Evaluate(context) is true ? whenTrue.Evaluate(context) : otherwise.Evaluate(context);
}

internal sealed class Call(Func<object?[], object?> function, IReadOnlyList<Node> arguments) : Node
{
    protected override object? Compute(EvaluationContext context)
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(context);
        return function(values);
    }
}
