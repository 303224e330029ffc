namespace OneStop.Catalogue.Search;

// Mends typing by context: among the known neighbours of each syllable it takes the path whose pairs the catalogue knows best.
// A syllable that is known stays unless its neighbours disown it, so correct Vietnamese is never "corrected".
internal sealed class Speller(Vocabulary vocabulary)
{
    private const int Strong = 3;
    private const float PairKnown = 2f;
    private const float ChangeKnown = 2.6f;
    private const float ChangeUnknown = 1f;
    private const float KeepUnknown = 3f;

    public string[] Mend(IReadOnlyList<string> typed)
    {
        var words = Split(typed);
        if (words.Count == 0)
            return [];

        var candidates = words.Select(Candidates).ToArray();
        var best = new float[words.Count][];
        var from = new int[words.Count][];
        for (var i = 0; i < words.Count; i++)
        {
            best[i] = new float[candidates[i].Count];
            from[i] = new int[candidates[i].Count];
            for (var c = 0; c < candidates[i].Count; c++)
            {
                var (word, cost) = candidates[i][c];
                best[i][c] = i == 0 ? -cost : float.MinValue;
                for (var p = 0; i > 0 && p < candidates[i - 1].Count; p++)
                {
                    var score = best[i - 1][p] - cost + Bond(candidates[i - 1][p].Word, word);
                    if (score > best[i][c])
                        (best[i][c], from[i][c]) = (score, p);
                }
            }
        }

        var path = new string[words.Count];
        var at = Array.IndexOf(best[^1], best[^1].Max());
        for (var i = words.Count - 1; i >= 0; i--)
        {
            path[i] = candidates[i][at].Word;
            at = from[i][at];
        }

        return path;
    }

    private float Bond(string first, string second)
    {
        var count = Math.Max(vocabulary.PairCount(first, second), vocabulary.PairCount(second, first));
        return count >= Strong ? PairKnown + MathF.Log(count) * 0.05f : count > 0 ? PairKnown * 0.6f : 0;
    }

    private List<string> Split(IReadOnlyList<string> typed)
    {
        var words = new List<string>(typed.Count);
        foreach (var word in typed)
        {
            if (!vocabulary.Knows(word) && vocabulary.TrySplit(word, out var parts))
                words.AddRange([parts.First, parts.Second]);
            else
                words.Add(word);
        }

        return words;
    }

    private List<(string Word, float Cost)> Candidates(string word)
    {
        var known = vocabulary.Knows(word);
        var list = new List<(string, float)> { (word, known ? 0 : KeepUnknown) };
        if (word.Any(char.IsDigit))
            return [(word, 0)];
        if (!known && TelexTyping.Decode(word) is var decoded && vocabulary.Knows(decoded))
            list.Add((decoded, ChangeUnknown * 0.5f));
        if (word.Length < 3 && known)
            return list;
        foreach (var near in vocabulary.Near(word))
            list.Add((near, (known ? ChangeKnown : ChangeUnknown) + 0.2f / vocabulary.Count(near)));
        return list;
    }
}
