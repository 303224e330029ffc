namespace OneStop.Approvals.Engine.Expressions;

/// <summary>A condition or value of a process, parsed once at deployment. Pure: no I/O, no clock, a bounded number of steps.</summary>
internal sealed class Expression
{
    public const int StepLimit = 10_000;
    private const int LongestSource = 4_000;

    private readonly Node root;

    private Expression(string source, Node root)
    {
        Source = source;
        this.root = root;
    }

    public string Source { get; }

    public static ParsedExpression Parse(string source)
    {
        if (source.Length > LongestSource)
            return new ParsedExpression(null, new ExpressionError(ExpressionError.TooLong, LongestSource, ""));
        try
        {
            return new ParsedExpression(new Expression(source, new Parser(new Lexer(source).ReadAll()).ParseAll()), null);
        }
        catch (ExpressionSyntaxException exception)
        {
            return new ParsedExpression(null, exception.Error);
        }
    }

    public Evaluation Evaluate(IReadOnlyDictionary<string, object?> variables, int stepLimit = StepLimit)
    {
        var context = new EvaluationContext(variables, stepLimit);
        var value = root.Evaluate(context);
        return context.Exhausted ? new Evaluation(null, ExpressionError.StepLimit) : new Evaluation(value, null);
    }
}

internal sealed record ParsedExpression(Expression? Expression, ExpressionError? Error);

internal readonly record struct Evaluation(object? Value, string? Error)
{
    public bool IsTrue => Value is true;
}
