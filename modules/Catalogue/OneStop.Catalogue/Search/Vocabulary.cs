namespace OneStop.Catalogue.Search;

// The syllables and syllable pairs the catalogue and the everyday dictionary know, with how often; the speller asks it.
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _pairs = [];
    private readonly Dictionary<string, (string, string)> _joined = new(StringComparer.Ordinal);
    private ILookup<int, string> _byLength = Array.Empty<string>().ToLookup(s => s.Length);

    public void Learn(IReadOnlyList<string> folded)
    {
        for (var i = 0; i < folded.Count; i++)
        {
            _ids.TryAdd(folded[i], _ids.Count);
            _syllables[folded[i]] = _syllables.GetValueOrDefault(folded[i]) + 1;
            if (i == 0)
                continue;
            var pair = Pair(_ids[folded[i - 1]], _ids[folded[i]]);
            _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
        }
    }

    public void Seal()
    {
        _byLength = _syllables.Keys.ToLookup(s => s.Length);
        var words = _ids.OrderBy(p => p.Value).Select(p => p.Key).ToArray();
        foreach (var (pair, count) in _pairs.OrderBy(p => p.Value))
        {
            var (first, second) = (words[(int)(pair >> 32)], words[(int)(pair & uint.MaxValue)]);
            if (count >= 3 && first.Length > 1 && second.Length > 1)
                _joined[first + second] = (first, second);
        }
    }

    public bool Knows(string syllable) => _syllables.ContainsKey(syllable);

    public int Count(string syllable) => _syllables.GetValueOrDefault(syllable);

    // -1 for a stranger.
    public int Id(string syllable) => _ids.GetValueOrDefault(syllable, -1);

    // How often the two stand together, in either order.
    public int Together(int first, int second) =>
        first < 0 || second < 0 ? 0 : Math.Max(_pairs.GetValueOrDefault(Pair(first, second)), _pairs.GetValueOrDefault(Pair(second, first)));

    // "khaisinh" typed without the space.
    public bool TrySplit(string word, out (string First, string Second) parts) => _joined.TryGetValue(word, out parts);

    public IEnumerable<string> Near(string word)
    {
        if (word.Length < 2)
            yield break;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
            foreach (var candidate in _byLength[length])
                if (candidate != word && EditDistance.IsOne(word, candidate))
                    yield return candidate;
    }

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;
}
