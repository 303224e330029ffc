namespace OneStop.Catalogue.Search;

// An inverted index over the whole catalogue, held in memory and immutable: a catalogue change builds a new one and swaps it.
// 2,850 short texts need no search server; one query touches a few posting lists and one array of floats.
internal sealed class ProcedureIndex
{
    private const float PairWeight = 0.9f;
    private const float MarksShare = 0.25f;
    private const float SaidSynonym = 1f;
    private const float Popular = 0.35f;

    private readonly SearchDocument[] _documents;
    private readonly float[] _prior;
    private readonly float[] _nameMass;
    private readonly Postings _postings;
    private readonly QueryReader _reader;
    private readonly int[] _browseOrder;

    private ProcedureIndex(SearchDocument[] documents, float[] prior, float[] nameMass, Postings postings, QueryReader reader)
    {
        _documents = documents;
        _prior = prior;
        _nameMass = nameMass;
        _postings = postings;
        _reader = reader;
        _browseOrder = [.. Enumerable.Range(0, documents.Length).OrderBy(i => LifeEvents.Rank(documents[i].Code)).ThenByDescending(i => prior[i]).ThenBy(i => documents[i].Name.Length)
            .ThenBy(i => documents[i].Code, StringComparer.Ordinal)];
    }

    public IReadOnlyList<SearchDocument> Documents => _documents;

    public static ProcedureIndex Build(IEnumerable<SearchDocument> source, EverydayDictionary dictionary)
    {
        var documents = source.OrderBy(d => d.Code, StringComparer.Ordinal).ToArray();
        var vocabulary = new Vocabulary();
        var postings = new Postings(documents.Length);
        var names = new string[documents.Length][];
        for (var i = 0; i < documents.Length; i++)
        {
            var d = documents[i];
            names[i] = VietnameseText.FoldedSyllables(d.Name);
            vocabulary.Learn(names[i]);
            postings.Add(i, VietnameseText.Syllables(dictionary.WriteOut(d.Name)), 1f);
            if (d.PlainName is { } plain)
            {
                vocabulary.Learn(VietnameseText.FoldedSyllables(plain));
                postings.Add(i, VietnameseText.Syllables(plain), 1f);
            }

            postings.Add(i, VietnameseText.Syllables(d.Field), 0.35f);
            foreach (var result in d.Results)
                postings.Add(i, VietnameseText.Syllables(result), 0.45f);
        }

        foreach (var phrase in dictionary.Phrases())
            for (var times = 0; times < 3; times++)
                vocabulary.Learn(phrase);
        vocabulary.Seal();
        postings.Seal();

        var mass = names.Select(n => n.Distinct(StringComparer.Ordinal).Sum(postings.Rarity)).ToArray();
        var prior = documents.Select(SearchPrior.Of).ToArray();
        return new ProcedureIndex(documents, prior, mass, postings, new QueryReader(vocabulary, dictionary));
    }

    public SearchAnswer Search(string? text, SearchFilter filter)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new SearchAnswer([.. _browseOrder.Where(i => filter.Admits(_documents[i])).Select(i => new SearchHit(_documents[i], _prior[i]))], null);

        if (ByCode(text.Trim()) is { } exact)
            return new SearchAnswer(filter.Admits(exact) ? [new SearchHit(exact, 1f)] : [], null);

        var (segments, corrected) = _reader.Read(text);
        var scores = Score(segments);
        var hits = new List<SearchHit>();
        var floor = scores.Length == 0 ? 0 : scores.Max() * 0.25f;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > 0 && scores[i] >= floor && filter.Admits(_documents[i]))
                hits.Add(new SearchHit(_documents[i], scores[i]));
        hits.Sort((a, b) => b.Score.CompareTo(a.Score) is var c and not 0 ? c : string.CompareOrdinal(a.Document.Code, b.Document.Code));
        return new SearchAnswer(hits, corrected);
    }

    private SearchDocument? ByCode(string code) =>
        code.Length == 8 && code[1] == '.' ? Array.Find(_documents, d => d.Code == code) : null;

    private float[] Score(IReadOnlyList<Segment> segments)
    {
        var total = new float[_documents.Length];
        var nameMatched = new float[_documents.Length];
        var literal = new float[_documents.Length];
        var weightSum = 0f;
        for (var s = 0; s < segments.Count; s++)
        {
            var segment = segments[s];
            if (segment.Silent)
                continue;
            var best = new float[_documents.Length];
            var weight = _postings.Match(segment.Folded, segment.Typed, MarksShare, 1f, best, nameMatched);
            foreach (var means in segment.Means)
                weight = Math.Max(weight, _postings.Match(means, means, 0, SaidSynonym, best, nameMatched));
            weight *= segment.Weight;
            weightSum += weight;
            for (var i = 0; i < best.Length; i++)
                total[i] += best[i] * weight;
        }

        if (weightSum == 0)
            return total;
        AddPairs(segments, literal);
        for (var i = 0; i < total.Length; i++)
        {
            if (total[i] <= 0)
                continue;
            var coverage = Math.Min(1f, nameMatched[i] / Math.Max(1f, _nameMass[i]));
            total[i] = (total[i] / weightSum + PairWeight * literal[i]) * (0.6f + 0.4f * coverage) * (1f + Popular * _prior[i]);
        }

        return total;
    }

    // Neighbouring words of the question that are neighbours in the name, in either order.
    private void AddPairs(IReadOnlyList<Segment> segments, float[] literal)
    {
        var words = segments.Where(s => !s.Silent).SelectMany(s => s.Folded).ToArray();
        if (words.Length < 2)
            return;
        var share = 1f / (words.Length - 1);
        for (var i = 1; i < words.Length; i++)
            _postings.AddPair(words[i - 1], words[i], share * 0.5f, literal);
    }
}
