namespace OneStop.Catalogue.Search;

// One thing the visitor asked for: the words as typed, and what officials call it.
internal sealed record Segment(string[] Folded, string[] Typed, string[][] Means, bool Silent)
{
    public float Weight { get; init; } = 1f;
}

internal sealed class QueryReader(Vocabulary vocabulary, EverydayDictionary dictionary)
{
    private const int LongestQuery = 24;
    private readonly Speller _speller = new(vocabulary);

    public (IReadOnlyList<Segment> Segments, string? CorrectedTo) Read(string text)
    {
        var typed = VietnameseText.Syllables(text);
        if (typed.Count > LongestQuery)
            typed.RemoveRange(LongestQuery, typed.Count - LongestQuery);
        var folded = typed.Select(VietnameseText.Fold).ToArray();
        var mended = _speller.Mend(folded);
        var changed = !mended.SequenceEqual(folded);

        var marks = changed && mended.Length != folded.Length ? mended : [.. typed];
        var segments = new List<Segment>();
        for (var i = 0; i < mended.Length;)
        {
            var meaning = dictionary.At(mended, marks, i);
            var length = meaning?.Say.Length ?? 1;
            segments.Add(new Segment(mended[i..(i + length)], marks[i..(i + length)], meaning?.Means ?? [],
                meaning is null && dictionary.IsSilent(mended[i])) { Weight = meaning?.Weight ?? 1f });
            i += length;
        }

        if (segments.Count > 0 && segments.TrueForAll(s => s.Silent))
            segments = [.. segments.Select(s => s with { Silent = false })];
        return (segments, changed ? string.Join(' ', mended) : null);
    }
}
