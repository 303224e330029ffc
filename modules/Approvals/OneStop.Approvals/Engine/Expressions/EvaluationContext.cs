namespace OneStop.Approvals.Engine.Expressions;

internal sealed class EvaluationContext(IVariables variables, int stepLimit)
{
    private int remaining = stepLimit;

    public IVariables Variables { get; private set; } = variables;

    public bool Exhausted => remaining < 0;

    public bool TakeStep() => --remaining >= 0;

    /// <summary>Evaluates a part that sees one name more.</summary>
    public object? With(string name, object? value, Node part)
    {
        var outer = Variables;
        Variables = new Overlay(outer, name, value);
        var result = part.Evaluate(this);
        Variables = outer;
        return result;
    }
}
