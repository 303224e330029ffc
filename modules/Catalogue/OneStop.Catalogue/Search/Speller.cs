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

        var ids = words.Select(vocabulary.Id).ToArray();
        var candidates = words.Select((word, i) => Candidates(word, ids[i], InPlace(ids, i))).ToArray();
        var best = new float[words.Count][];
        var from = new int[words.Count][];
        for (var i = 0; i < words.Count; i++)
        {
            best[i] = new float[candidates[i].Count];
            from[i] = new int[candidates[i].Count];
            for (var c = 0; c < candidates[i].Count; c++)
            {
                var (_, id, cost) = candidates[i][c];
                best[i][c] = i == 0 ? -cost : float.MinValue;
                for (var p = 0; i > 0 && p < candidates[i - 1].Count; p++)
                {
                    var score = best[i - 1][p] - cost + Bond(candidates[i - 1][p].Id, id);
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

    private float Bond(int first, int second)
    {
        var count = vocabulary.Together(first, second);
        return count >= Strong ? PairKnown + MathF.Log(count) * 0.05f : count > 0 ? PairKnown * 0.6f : 0;
    }

    // A neighbour vouches for the word.
    private bool InPlace(int[] ids, int i) =>
        (i > 0 && vocabulary.Together(ids[i - 1], ids[i]) > 0) || (i + 1 < ids.Length && vocabulary.Together(ids[i], ids[i + 1]) > 0);

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

    private List<(string Word, int Id, float Cost)> Candidates(string word, int id, bool inPlace)
    {
        var known = id >= 0;
        var list = new List<(string, int, float)> { (word, id, known ? 0 : KeepUnknown) };
        if (word.Any(char.IsDigit))
            return [(word, id, 0)];
        if (known && (inPlace || word.Length < 3))
            return list;
        if (!known && TelexTyping.Decode(word) is var decoded && vocabulary.Id(decoded) is >= 0 and var decodedId)
            list.Add((decoded, decodedId, ChangeUnknown * 0.5f));
        foreach (var near in vocabulary.Near(word))
            list.Add((near, vocabulary.Id(near), (known ? ChangeKnown : ChangeUnknown) + 0.2f / vocabulary.Count(near)));
        return list;
    }
}
