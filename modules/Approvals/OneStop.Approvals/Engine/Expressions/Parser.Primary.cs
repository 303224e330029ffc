using System.Globalization;

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Values, names, functions and what may follow them.</summary>
internal sealed partial class Parser
{
    private static readonly Dictionary<string, string> MethodNames = new(StringComparer.Ordinal)
    {
        ["contains"] = "contains",
        ["startsWith"] = "starts with",
        ["endsWith"] = "ends with",
        ["length"] = "string length",
        ["size"] = "count",
        ["toUpperCase"] = "upper case",
        ["toLowerCase"] = "lower case",
        ["equals"] = "=",
    };

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

        if (Take("?"))
            return new Variable(Expression.Input);
        if (Take("{"))
            return Context();
        return Take("[") ? new ListNode(Items("]")) : throw Unexpected();
    }

    /// <summary>What may follow a value: a filter or index, a member.</summary>
    private Node Postfix()
    {
        var node = Primary();
        while (true)
        {
            if (Take("["))
            {
                var inner = Whole();
                Expect("]");
                node = new Filter(node, inner);
            }
            else if (Current.Is(".") && lexemes[index + 1].Kind == LexemeKind.Name)
            {
                index++;
                var name = Current.Text;
                index++;
                node = new MemberAccess(node, name);
            }
            else
            {
                return node;
            }
        }
    }

    private ContextNode Context()
    {
        var members = new List<(string, Node)>();
        if (Take("}"))
            return new ContextNode(members);
        do
        {
            if (Current.Kind is not (LexemeKind.Name or LexemeKind.Text))
                throw Unexpected();
            var name = Current.Text;
            index++;
            Expect(":");
            members.Add((name, Whole()));
        }
        while (Take(","));
        Expect("}");
        return new ContextNode(members);
    }

    private Node Named()
    {
        var first = Current;
        if (first.Text is "and" or "or" or "in" or "between" or "then" or "else" or "if" or "return" or "satisfies")
            throw Unexpected();
        if (LongestFunction() is { } function)
            return FunctionCall(function, first.Position);
        index++;
        switch (first.Text)
        {
            case "true": return new Literal(true);
            case "false": return new Literal(false);
            case "null": return new Literal(null);
        }

        if (Current.Is("("))
            return FunctionCall(first.Text, first.Position);
        var path = first.Text;
        while (Current.Is("."))
        {
            if (lexemes[index + 1].Kind != LexemeKind.Name)
            {
                index++;
                throw Unexpected();
            }

            // "text.contains(part)", as other tools write it, is contains(text, part).
            if (lexemes[index + 2].Is("(") && MethodNames.TryGetValue(lexemes[index + 1].Text, out var method))
            {
                var position = lexemes[index + 1].Position;
                index += 2;
                return method is "=" ? new Comparison("=", new Variable(path), Argument()) : FunctionCall(method, position, new Variable(path));
            }

            path += "." + lexemes[index + 1].Text;
            index += 2;
        }

        return new Variable(path);
    }

    private Node Argument()
    {
        Expect("(");
        var argument = Whole();
        Expect(")");
        return argument;
    }

    /// <summary>Function names may have several words; the longest that is known and followed by a bracket wins.</summary>
    private string? LongestFunction()
    {
        string? found = null;
        var name = "";
        var end = index;
        for (var i = 0; i < Functions.LongestName && lexemes[index + i].Kind == LexemeKind.Name; i++)
        {
            name = i == 0 ? lexemes[index].Text : $"{name} {lexemes[index + i].Text}";
            if (lexemes[index + i + 1].Is("(") && Functions.Find(name) is not null)
                (found, end) = (name, index + i + 1);
        }

        index = found is null ? index : end;
        return found;
    }

    private Call FunctionCall(string name, int position, Node? subject = null)
    {
        var function = Functions.Find(name)
            ?? throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.UnknownFunction, position, name));
        Expect("(");
        var arguments = Items(")");
        if (subject is not null)
            arguments.Insert(0, subject);
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
}
