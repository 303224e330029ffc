namespace OneStop.Documents.Layout;

/// <summary>A word may change style inside ("Mã:" regular, value bold, with no space between): hence fragments.</summary>
internal sealed record Word(IReadOnlyList<Run> Fragments, double Width);

internal sealed record Line(IReadOnlyList<Word> Words, bool EndsParagraph);
