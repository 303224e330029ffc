using System.Text;

namespace OneStop.Approvals.Engine.Expressions;

internal sealed class Lexer(string source)
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "**", "..", "(", ")", "[", "]", ",", "=", "<", ">", "+", "-", "*", "/", "."];

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
        if (current == '"')
            return QuotedText();
        if (IsNameStart(current))
            return Name();
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(source, position, symbol, 0, symbol.Length) != 0)
                continue;
            var start = position;
            position += symbol.Length;
            return new Lexeme(LexemeKind.Symbol, symbol, start);
        }

        throw new ExpressionSyntaxException(new ExpressionError(ExpressionError.UnexpectedCharacter, position, current.ToString()));
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

    private Lexeme QuotedText()
    {
        var start = position++;
        var text = new StringBuilder();
        while (position < source.Length && source[position] != '"')
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

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';
}
