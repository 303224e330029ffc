namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Why a text is not an expression, and at which character (counted from 0).</summary>
internal sealed record ExpressionError(string Code, int Position, string Found)
{
    public const string UnexpectedCharacter = "expression.unexpected_character";
    public const string UnexpectedToken = "expression.unexpected_token";
    public const string UnclosedText = "expression.unclosed_text";
    public const string BadNumber = "expression.bad_number";
    public const string UnknownFunction = "expression.unknown_function";
    public const string WrongArgumentCount = "expression.wrong_argument_count";
    public const string TooLong = "expression.too_long";
    public const string TooDeep = "expression.too_deep";
    public const string StepLimit = "expression.step_limit";
}

/// <summary>Carries an error out of the recursive descent; it never leaves <see cref="Expression"/>.</summary>
internal sealed class ExpressionSyntaxException(ExpressionError error) : Exception(error.Code)
{
    public ExpressionError Error { get; } = error;
}
