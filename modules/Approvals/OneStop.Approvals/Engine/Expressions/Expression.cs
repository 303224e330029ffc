namespace OneStop.Approvals.Engine.Expressions;

/// <summary>A condition or value of a process, parsed once at deployment. Pure: no I/O, no clock, a bounded number of steps.</summary>
internal sealed class Expression
{
    public const int StepLimit = 10_000;

    /// <summary>The name under which a test of a decision table finds its input.</summary>
    public const string Input = "?";

    /// <summary>The name under which a filter finds the item it looks at.</summary>
    public const string Item = "item";

    private const int LongestSource = 4_000;

    private readonly Node root;

    private Expression(string source, Node root)
    {
        Source = source;
        this.root = root;
    }

    public string Source { get; }

    public static ParsedExpression Parse(string source) => Parse(source, foreign: false, parser => parser.ParseAll());

    /// <summary>What other tools write between <c>${</c> and <c>}</c>: the same operators with other signs.</summary>
    public static ParsedExpression ParseForeign(string source) => Parse(source, foreign: true, parser => parser.ParseAll());

    /// <summary>A cell of a decision table: <c>&lt; 100</c>, <c>[1..5]</c>, <c>"a", "b"</c>, <c>not("c")</c>.</summary>
    public static ParsedExpression ParseTest(string source) => Parse(source, foreign: false, parser => parser.ParseTests());

    public Evaluation Evaluate(IReadOnlyDictionary<string, object?> variables, int stepLimit = StepLimit) => Evaluate(new DictionaryVariables(variables), stepLimit);

    public Evaluation Evaluate(IVariables variables, int stepLimit = StepLimit)
    {
        var context = new EvaluationContext(variables, stepLimit);
        var value = root.Evaluate(context);
        return context.Exhausted ? new Evaluation(null, ExpressionError.StepLimit) : new Evaluation(value, null);
    }

    private static ParsedExpression Parse(string source, bool foreign, Func<Parser, Node> whole)
    {
        if (source.Length > LongestSource)
            return new ParsedExpression(null, new ExpressionError(ExpressionError.TooLong, LongestSource, ""));
        try
        {
            return new ParsedExpression(new Expression(source, whole(new Parser(new Lexer(source, foreign).ReadAll()))), null);
        }
        catch (ExpressionSyntaxException exception)
        {
            return new ParsedExpression(null, exception.Error);
        }
    }
}

internal sealed record ParsedExpression(Expression? Expression, ExpressionError? Error);

internal readonly record struct Evaluation(object? Value, string? Error)
{
    public bool IsTrue => Value is true;
}
