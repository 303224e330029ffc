namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Recursive descent over the grammar of docs/bpmn-extensions.md, weakest operator first.</summary>
internal sealed partial class Parser(IReadOnlyList<Lexeme> lexemes)
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

    /// <summary>One cell of a decision table; "-" or nothing always holds.</summary>
    public Node ParseTests()
    {
        var input = new Variable(Expression.Input);
        Node any = Test(input);
        while (Take(","))
            any = new Junction(isAnd: false, any, Test(input));
        return Current.Kind == LexemeKind.End ? any : throw Unexpected();
    }

    private Node Whole()
    {
        if (++depth > DeepestNesting)
            throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.TooDeep, Current.Position, Current.Text));
        var node = TakeWord("if") ? IfThenElse() : IsQuantifier() ? Quantified() : Ternary(Or());
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

    private Node Ternary(Node condition)
    {
        if (!Take("?"))
            return condition;
        var whenTrue = Whole();
        Expect(":");
        return new Choice(condition, whenTrue, Whole());
    }

    private bool IsQuantifier() => (Current.IsWord("some") || Current.IsWord("every") || Current.IsWord("for")) && lexemes[index + 1].Kind == LexemeKind.Name && lexemes[index + 2].IsWord("in");

    private Node Quantified()
    {
        var word = Current.Text;
        index++;
        var name = Current.Text;
        index++;
        ExpectWord("in");
        var list = Sum();
        if (word == "for" && Take(".."))
            list = new RangeList(list, Sum());
        ExpectWord(word == "for" ? "return" : "satisfies");
        var body = Whole();
        return word == "for" ? new Iteration(name, list, body) : new Quantifier(word == "every", name, list, body);
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
        // "in (1, < 5, [7..9])" is a list of tests, "in [1, 2]" a list, "in [1..5)" a range, "in name" the list in a variable.
        if (Current.Is("(") && !IsRange())
        {
            index++;
            var any = Test(subject);
            while (Take(","))
                any = new Junction(isAnd: false, any, Test(subject));
            Expect(")");
            return any;
        }

        return Test(subject);
    }

    /// <summary>Looks ahead whether the bracket here opens a range.</summary>
    private bool IsRange()
    {
        var nesting = 0;
        for (var i = index; i < lexemes.Count; i++)
        {
            if (lexemes[i].Is("(") || lexemes[i].Is("["))
                nesting++;
            else if (lexemes[i].Is(")") || lexemes[i].Is("]"))
                nesting--;
            else if (nesting == 1 && lexemes[i].Is(".."))
                return true;
            if (nesting == 0)
                return false;
        }

        return false;
    }

    private Node Test(Node subject)
    {
        if (TakeSymbol(ComparisonSymbols) is { } symbol)
            return new Comparison(symbol, subject, Sum());
        if (TakeWord("not"))
        {
            Expect("(");
            var any = Test(subject);
            while (Take(","))
                any = new Junction(isAnd: false, any, Test(subject));
            Expect(")");
            return new Not(any);
        }

        if ((!Current.Is("(") && !Current.Is("[")) || !IsRange())
            return new Membership(subject, Sum());
        var lowClosed = Current.Is("[");
        index++;
        var low = Sum();
        Expect("..");
        var high = Sum();
        var highClosed = Current.Is("]");
        if (!highClosed && !Current.Is(")"))
            throw Unexpected();
        index++;
        return new RangeTest(subject, low, lowClosed, high, highClosed);
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
        Node node = Take("-") ? new Negation(Unary()) : TakeWord("not") ? new Not(Unary()) : Postfix();
        depth--;
        return node;
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
