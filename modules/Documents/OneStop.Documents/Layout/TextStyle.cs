namespace OneStop.Documents.Layout;

internal readonly record struct TextStyle(double Size, bool Bold = false, bool Italic = false)
{
    public TextStyle InBold() => this with { Bold = true };

    public TextStyle InItalic() => this with { Italic = true };
}

internal readonly record struct Run(string Text, TextStyle Style);

internal enum Align
{
    Left,
    Centre,
    Right,
    Justify,
}
