namespace OneStop.Approvals.Engine.Expressions;

internal enum LexemeKind
{
    Number,
    Text,
    Name,
    Symbol,
    End,
}

internal readonly record struct Lexeme(LexemeKind Kind, string Text, int Position)
{
    public bool Is(string symbol) => Kind == LexemeKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == LexemeKind.Name && Text == word;
}
