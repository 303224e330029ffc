using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Tests.Engine;

public sealed class ExpressionTests
{
    private static readonly Dictionary<string, object?> Variables = new()
    {
        ["amount"] = 120m,
        ["channel"] = "online",
        ["name"] = "Nguyễn Thị Hoa",
        ["urgent"] = true,
        ["nothing"] = null,
        ["tags"] = new object?[] { "a", "b", 3m },
        ["dossier.level"] = "xa",
        ["form"] = new Dictionary<string, object?> { ["area"] = 75.5m },
    };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("2 ** 3 * 2", "16")]
    [InlineData("-amount + 20", "-100")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("10 / 0", "null")]
    [InlineData("\"a\" + \"b\"", "ab")]
    [InlineData("\"a\" + 1", "null")]
    [InlineData("amount > 100", "True")]
    [InlineData("amount >= 120 and amount <= 120", "True")]
    [InlineData("channel = \"online\"", "True")]
    [InlineData("channel != \"online\"", "False")]
    [InlineData("amount = \"120\"", "null")]
    [InlineData("missing > 1", "null")]
    [InlineData("missing = null", "True")]
    [InlineData("missing != \"x\"", "True")]
    [InlineData("missing.deeper.still = null", "True")]
    [InlineData("not(urgent)", "False")]
    [InlineData("not(missing)", "null")]
    [InlineData("missing and false", "False")]
    [InlineData("missing or true", "True")]
    [InlineData("missing and true", "null")]
    [InlineData("true or missing > 3", "True")]
    [InlineData("channel in (\"online\", \"post\")", "True")]
    [InlineData("channel in [\"desk\"]", "False")]
    [InlineData("amount in [100..120]", "True")]
    [InlineData("amount in [100..120)", "False")]
    [InlineData("amount in (120..200]", "False")]
    [InlineData("3 in tags", "True")]
    [InlineData("amount between 100 and 200 and urgent", "True")]
    [InlineData("contains(name, \"Thị\")", "True")]
    [InlineData("contains(nothing, \"Thị\")", "null")]
    [InlineData("contains(tags, \"b\")", "True")]
    [InlineData("starts with(name, \"Nguyễn\")", "True")]
    [InlineData("string length(name)", "14")]
    [InlineData("upper case(channel)", "ONLINE")]
    [InlineData("if amount > 100 then \"many\" else \"few\"", "many")]
    [InlineData("dossier.level = \"xa\"", "True")]
    [InlineData("form.area < 80", "True")]
    [InlineData("max(1, 5, 3) + sum([1, 2])", "8")]
    [InlineData("count(tags)", "3")]
    [InlineData("is defined(nothing)", "False")]
    [InlineData("\"a \\\"quoted\\\" word\"", "a \"quoted\" word")]
    public void Evaluate_KnownExpression_GivesValue(string source, string expected)
    {
        var parsed = Expression.Parse(source);

        Assert.Null(parsed.Error);
        var value = parsed.Expression!.Evaluate(Variables).Value;
        Assert.Equal(expected, value is null ? "null" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("amount >", 8, ExpressionError.UnexpectedToken)]
    [InlineData("amount > > 3", 9, ExpressionError.UnexpectedToken)]
    [InlineData("amount & 3", 7, ExpressionError.UnexpectedCharacter)]
    [InlineData("1 + \"abc", 4, ExpressionError.UnclosedText)]
    [InlineData("1 + launch(2)", 4, ExpressionError.UnknownFunction)]
    [InlineData("contains(name)", 0, ExpressionError.WrongArgumentCount)]
    [InlineData("(1 + 2", 6, ExpressionError.UnexpectedToken)]
    [InlineData("", 0, ExpressionError.UnexpectedToken)]
    [InlineData("${amount > 3}", 0, ExpressionError.UnexpectedCharacter)]
    public void Parse_Malformed_TellsCodeAndPosition(string source, int position, string code)
    {
        var error = Expression.Parse(source).Error;

        Assert.NotNull(error);
        Assert.Equal((code, position), (error.Code, error.Position));
    }

    [Fact]
    public void Parse_NestedTooDeep_IsRefusedInsteadOfOverflowing()
    {
        var source = new string('(', 2000) + "1" + new string(')', 1900);

        Assert.Equal(ExpressionError.TooDeep, Expression.Parse(source).Error!.Code);
    }

    [Fact]
    public void Evaluate_OverStepLimit_FailsWithoutValue()
    {
        var expression = Expression.Parse(string.Join(" + ", Enumerable.Repeat("1", 200))).Expression!;

        var result = expression.Evaluate(Variables, stepLimit: 50);

        Assert.Equal(ExpressionError.StepLimit, result.Error);
        Assert.Null(result.Value);
    }
}
