namespace OneStop.Catalogue.Search;

// Posting lists by folded syllable, by syllable with its marks, and by neighbouring pair.
internal sealed class Postings(int documents)
{
    private readonly Dictionary<string, List<Posting>> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Posting>> _marked = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), List<Posting>> _pairs = [];
    private readonly Dictionary<string, float> _rarity = new(StringComparer.Ordinal);

    private readonly record struct Posting(int Document, float Weight);

    public void Add(int document, List<string> marked, float weight)
    {
        string? previous = null;
        foreach (var syllable in marked)
        {
            var folded = VietnameseText.Fold(syllable);
            Put(_folded, folded, document, weight);
            Put(_marked, syllable, document, weight);
            if (previous is not null)
                Put(_pairs, (previous, folded), document, weight);
            previous = folded;
        }
    }

    public void Seal()
    {
        foreach (var (syllable, list) in _folded)
            _rarity[syllable] = MathF.Log(1f + (documents - list.Count + 0.5f) / (list.Count + 0.5f)) + 0.1f;
    }

    public float Rarity(string folded) => _rarity.GetValueOrDefault(folded);

    // Adds to each document the share of the phrase it holds (0 to 1), keeping the better of several phrasings; returns the weight of the phrase.
    public float Match(string[] folded, string[] typed, float marksShare, float trust, float[] best, float[] nameMatched)
    {
        var share = new float[best.Length];
        var whole = 0f;
        for (var i = 0; i < folded.Length; i++)
        {
            var rarity = Rarity(folded[i]);
            var (exact, exactRarity) = marksShare > 0 ? Marked(typed[i], folded[i]) : (null, 0f);
            var slip = rarity * (exact is null ? 1f : 1f - marksShare);
            whole += exact is null ? rarity : exactRarity;
            if (rarity == 0)
                continue;
            foreach (var posting in _folded[folded[i]])
            {
                share[posting.Document] += slip * posting.Weight;
                if (posting.Weight >= 1f)
                    nameMatched[posting.Document] += rarity;
            }

            foreach (var posting in exact ?? [])
                share[posting.Document] += (exactRarity - slip) * posting.Weight;
        }

        if (whole == 0)
            return 0;
        if (folded.Length > 1)
            foreach (var (bonus, document) in PairShares(folded))
                share[document] += bonus * whole;
        var phrase = folded.Length > 1 ? 1.5f : 1f;
        for (var i = 0; i < best.Length; i++)
            if (share[i] > 0)
                best[i] = Math.Max(best[i], trust * MathF.Pow(share[i] / (whole * phrase), 1.5f));
        return whole / MathF.Sqrt(folded.Length);
    }

    // With its marks "chúc" is rare; without them it drowns among the many "chức". Marks that make no known word are taken for a slip.
    private (List<Posting>? List, float Rarity) Marked(string typed, string folded) =>
        VietnameseText.HasMarks(typed) && VietnameseText.Fold(typed) == folded && _marked.TryGetValue(typed, out var list)
            ? (list, MathF.Log(1f + (documents - list.Count + 0.5f) / (list.Count + 0.5f)) + 0.1f)
            : (null, 0f);

    public void AddPair(string first, string second, float weight, float[] into)
    {
        var list = _pairs.GetValueOrDefault((first, second)) ?? _pairs.GetValueOrDefault((second, first));
        if (list is null)
            return;
        foreach (var posting in list)
            into[posting.Document] += weight * posting.Weight;
    }

    private IEnumerable<(float Bonus, int Document)> PairShares(string[] folded)
    {
        var each = 0.5f / (folded.Length - 1);
        for (var i = 1; i < folded.Length; i++)
            if (_pairs.TryGetValue((folded[i - 1], folded[i]), out var list))
                foreach (var posting in list)
                    yield return (each * posting.Weight, posting.Document);
    }

    private static void Put<TKey>(Dictionary<TKey, List<Posting>> into, TKey key, int document, float weight) where TKey : notnull
    {
        if (!into.TryGetValue(key, out var list))
            into[key] = list = [];
        if (list.Count > 0 && list[^1].Document == document)
        {
            if (list[^1].Weight < weight)
                list[^1] = new Posting(document, weight);
            return;
        }

        list.Add(new Posting(document, weight));
    }
}
