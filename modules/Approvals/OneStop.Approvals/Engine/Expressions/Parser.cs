using System.Globalization;

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Recursive descent over the grammar of docs/bpmn-extensions.md, weakest operator first.</summary>
internal sealed class Parser(IReadOnlyList<Lexeme> lexemes)
{
    private const int DeepestNesting = 64;

    private static readonly string[] ComparisonSymbols = ["=", "!=", "<", "<=", ">", ">="];

    private int index;
    private int depth;

    private Lexeme Current => lexemes[index];

    public Node ParseAll()
    {
        var root = Whole();
        return Current.Kind == LexemeKind.End ? root : throw Unexpected();
    }

    private Node Whole()
    {
        if (++depth > DeepestNesting)
            throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.TooDeep, Current.Position, Current.Text));
        var node = TakeWord("if") ? IfThenElse() : Or();
        depth--;
        return node;
    }

    private Choice IfThenElse()
    {
        var condition = Whole();
        ExpectWord("then");
        var whenTrue = Whole();
        ExpectWord("else");
        return new Choice(condition, whenTrue, Whole());
    }

    private Node Or()
    {
        var left = And();
        while (TakeWord("or"))
            left = new Junction(isAnd: false, left, And());
        return left;
    }

    private Node And()
    {
        var left = Comparisons();
        while (TakeWord("and"))
            left = new Junction(isAnd: true, left, Comparisons());
        return left;
    }

    private Node Comparisons()
    {
        var left = Sum();
        if (TakeWord("between"))
        {
            var low = Sum();
            ExpectWord("and");
            return new RangeTest(left, low, lowClosed: true, Sum(), highClosed: true);
        }

        if (TakeWord("in"))
            return In(left);
        if (TakeSymbol(ComparisonSymbols) is { } symbol)
            return new Comparison(symbol, left, Sum());
        return left;
    }

    private Node In(Node subject)
    {
        // "in (1, 2)" is a list of alternatives, "in [1..5)" a range, "in name" the list in a variable.
        if (!Current.Is("(") && !Current.Is("["))
            return new Membership(subject, Sum());
        var lowClosed = Current.Is("[");
        index++;
        if (lowClosed && Take("]"))
            return new Membership(subject, new ListNode([]));
        var first = Whole();
        if (Take(".."))
        {
            var high = Whole();
            var highClosed = Current.Is("]");
            if (!highClosed && !Current.Is(")"))
                throw Unexpected();
            index++;
            return new RangeTest(subject, first, lowClosed, high, highClosed);
        }

        var items = new List<Node> { first };
        while (Take(","))
            items.Add(Whole());
        Expect(lowClosed ? "]" : ")");
        return new Membership(subject, !lowClosed && items.Count == 1 ? first : new ListNode(items));
    }

    private Node Sum()
    {
        var left = Product();
        while (TakeSymbol("+", "-") is { } symbol)
            left = new Arithmetic(symbol, left, Product());
        return left;
    }

    private Node Product()
    {
        var left = Power();
        while (TakeSymbol("*", "/") is { } symbol)
            left = new Arithmetic(symbol, left, Power());
        return left;
    }

    private Node Power()
    {
        var left = Unary();
        while (Take("**"))
            left = new Arithmetic("**", left, Unary());
        return left;
    }

    private Node Unary()
    {
        if (++depth > DeepestNesting)
            throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.TooDeep, Current.Position, Current.Text));
        Node node = Take("-") ? new Negation(Unary()) : TakeWord("not") ? new Not(Unary()) : Primary();
        depth--;
        return node;
    }

    private Node Primary()
    {
        var lexeme = Current;
        switch (lexeme.Kind)
        {
            case LexemeKind.Number:
                index++;
                return decimal.TryParse(lexeme.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new Literal(number)
                    : throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.BadNumber, lexeme.Position, lexeme.Text));
            case LexemeKind.Text:
                index++;
                return new Literal(lexeme.Text);
            case LexemeKind.Name:
                return Named();
        }

        if (Take("("))
        {
            var inner = Whole();
            Expect(")");
            return inner;
        }

        return Take("[") ? new ListNode(Items("]")) : throw Unexpected();
    }

    private Node Named()
    {
        var first = Current;
        if (first.Text is "and" or "or" or "in" or "between" or "then" or "else" or "if")
            throw Unexpected();
        index++;
        switch (first.Text)
        {
            case "true": return new Literal(true);
            case "false": return new Literal(false);
            case "null": return new Literal(null);
        }

        if (Current.Is("("))
            return FunctionCall(first.Text, first.Position);
        if (Current.Kind == LexemeKind.Name && Functions.Find(first.Text + " " + Current.Text) is not null && lexemes[index + 1].Is("("))
        {
            var name = first.Text + " " + Current.Text;
            index++;
            return FunctionCall(name, first.Position);
        }

        var path = first.Text;
        while (Take("."))
        {
            if (Current.Kind != LexemeKind.Name)
                throw Unexpected();
            path += "." + Current.Text;
            index++;
        }

        return new Variable(path);
    }

    private Call FunctionCall(string name, int position)
    {
        var function = Functions.Find(name)
            ?? throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.UnknownFunction, position, name));
        Expect("(");
        var arguments = Items(")");
        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new Call(function.Body, arguments)
            : throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.WrongArgumentCount, position, name));
    }

    private List<Node> Items(string close)
    {
        var items = new List<Node>();
        if (Take(close))
            return items;
        do
            items.Add(Whole());
        while (Take(","));
        Expect(close);
        return items;
    }

    private bool Take(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        index++;
        return true;
    }

    private string? TakeSymbol(params ReadOnlySpan<string> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (Take(symbol))
                return symbol;
        }

        return null;
    }

    private bool TakeWord(string word)
    {
        if (!Current.IsWord(word))
            return false;
        index++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
            throw Unexpected();
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word))
            throw Unexpected();
    }

    private ExpressionSyntaxException Unexpected() =>
        new(new ExpressionError(ExpressionError.UnexpectedToken, Current.Position, Current.Text));
}
