namespace OneStop.Approvals.Engine.Expressions;

internal sealed class EvaluationContext(IReadOnlyDictionary<string, object?> variables, int stepLimit)
{
    private int remaining = stepLimit;

    public IReadOnlyDictionary<string, object?> Variables { get; } = variables;

    public bool Exhausted => remaining < 0;

    public bool TakeStep() => --remaining >= 0;
}
