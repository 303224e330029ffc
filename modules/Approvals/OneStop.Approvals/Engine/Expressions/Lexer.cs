using System.Text;

namespace OneStop.Approvals.Engine.Expressions;

internal sealed class Lexer(string source, bool foreign = false)
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "**", "..", "(", ")", "[", "]", "{", "}", ",", ":", "=", "<", ">", "+", "-", "*", "/", ".", "?"];

    private static readonly (string Sign, LexemeKind Kind, string Text)[] Foreign =
    [
        ("==", LexemeKind.Symbol, "="), ("&&", LexemeKind.Name, "and"), ("||", LexemeKind.Name, "or"), ("!=", LexemeKind.Symbol, "!="), ("!", LexemeKind.Name, "not"),
    ];

    private int position;

    public IReadOnlyList<Lexeme> ReadAll()
    {
        var lexemes = new List<Lexeme>();
        while (SkipBlanks())
            lexemes.Add(Next());
        lexemes.Add(new Lexeme(LexemeKind.End, "", source.Length));
        return lexemes;
    }

    private bool SkipBlanks()
    {
        while (position < source.Length && char.IsWhiteSpace(source[position]))
            position++;
        return position < source.Length;
    }

    private Lexeme Next()
    {
        var current = source[position];
        if (char.IsAsciiDigit(current))
            return Number();
        if (current == '"' || (foreign && current == '\''))
            return QuotedText(current);
        if (IsNameStart(current))
            return Name();
        if (foreign)
        {
            foreach (var (sign, kind, text) in Foreign)
            {
                if (string.CompareOrdinal(source, position, sign, 0, sign.Length) == 0)
                    return Take(sign, kind, text);
            }
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(source, position, symbol, 0, symbol.Length) == 0)
                return Take(symbol, LexemeKind.Symbol, symbol);
        }

        throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.UnexpectedCharacter, position, current.ToString()));
    }

    private Lexeme Take(string sign, LexemeKind kind, string text)
    {
        var start = position;
        position += sign.Length;
        return new Lexeme(kind, text, start);
    }

    private Lexeme Number()
    {
        var start = position;
        Digits();
        // "1..5" is a range, "1.5" a number.
        if (position + 1 < source.Length && source[position] == '.' && char.IsAsciiDigit(source[position + 1]))
        {
            position++;
            Digits();
        }

        return new Lexeme(LexemeKind.Number, source[start..position], start);
    }

    private void Digits()
    {
        while (position < source.Length && char.IsAsciiDigit(source[position]))
            position++;
    }

    private Lexeme Name()
    {
        var start = position;
        while (position < source.Length && (IsNameStart(source[position]) || char.IsDigit(source[position])))
            position++;
        return new Lexeme(LexemeKind.Name, source[start..position], start);
    }

    private Lexeme QuotedText(char quote)
    {
        var start = position++;
        var text = new StringBuilder();
        while (position < source.Length && source[position] != quote)
        {
            if (source[position] == '\\' && position + 1 < source.Length)
            {
                position++;
                text.Append(source[position] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
            else
            {
                text.Append(source[position]);
            }

            position++;
        }

        if (position >= source.Length)
            throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.UnclosedText, start, source[start..]));
        position++;
        return new Lexeme(LexemeKind.Text, text.ToString(), start);
    }

    private bool IsNameStart(char character) => char.IsLetter(character) || character == '_' || (foreign && character == '$');
}
