using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>The variables that an element looks at to go on: those an operator may have to put right.</summary>
internal static class ReadNames
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "if", "then", "else", "in", "some", "every", "satisfies", "for", "return", "true", "false", "null", "between", "instance", "of", Expression.Item,
    };

    public static IReadOnlyCollection<string> Of(FlowNode node)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var expression in ExpressionsOf(node))
            names.UnionWith(NamesIn(expression.Source));
        if (node.Loop is MultiInstance { InputList: { } list })
            names.Add(list);
        foreach (var link in node.Data.Inputs)
        {
            if (link.Source is { } source)
                names.Add(source);
        }

        return names;
    }

    private static IEnumerable<Expression> ExpressionsOf(FlowNode node)
    {
        Expression?[] own =
        [
            .. node.Outgoing.Select(flow => flow.Condition), .. node.Data.Inputs.Select(link => link.Value), .. node.Decision?.Inputs ?? [], .. node.Script?.Lines.Select(line => line.Value) ?? [],
            (node.Loop as StandardLoop)?.Condition, (node.Loop as MultiInstance)?.Cardinality, (node.Loop as MultiInstance)?.Completion, node.Activation,
        ];
        var events = node.Events.Concat(node.Boundaries.SelectMany(boundary => boundary.Events)).SelectMany(spec => new[] { spec.Timer?.Expression, spec.Condition });
        return own.Concat(events).OfType<Expression>();
    }

    private static IEnumerable<string> NamesIn(string source)
    {
        IReadOnlyList<Lexeme> lexemes;
        try
        {
            lexemes = new Lexer(source).ReadAll();
        }
        catch (ExpressionSyntaxException)
        {
            // Written in the signs of another tool: the lexeme of ours does not fit, and a name missing here can still be typed in.
            yield break;
        }

        for (var i = 0; i < lexemes.Count; i++)
        {
            if (lexemes[i].Kind != LexemeKind.Name || Words.Contains(lexemes[i].Text))
                continue;
            var name = lexemes[i].Text;
            while (i + 2 < lexemes.Count && lexemes[i + 1].Is(".") && lexemes[i + 2].Kind == LexemeKind.Name)
            {
                name += "." + lexemes[i + 2].Text;
                i += 2;
            }

            if (i + 1 < lexemes.Count && lexemes[i + 1].Is("("))
                continue;
            yield return name;
        }
    }
}
