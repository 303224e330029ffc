using System.Text.Json;

namespace OneStop.Catalogue.Search;

// What people say and what the decrees call it. Data/Search/everyday-words.json holds it, so that a clerk can add a word without a programmer.
internal sealed class EverydayDictionary
{
    private sealed record Group(string[] Say, string[] Means, float Weight = 1.8f);

    private sealed record FileShape(string[] Silent, Dictionary<string, string> Abbreviations, Group[] Groups);

    private readonly Dictionary<string, List<Meaning>> _byFirst = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent;
    private readonly Dictionary<string, string> _abbreviations;

    private EverydayDictionary(FileShape file)
    {
        _silent = [.. file.Silent.SelectMany(VietnameseText.FoldedSyllables)];
        _abbreviations = file.Abbreviations.ToDictionary(a => a.Key.ToLowerInvariant(), a => a.Value, StringComparer.Ordinal);
        foreach (var group in file.Groups)
        {
            var means = group.Means.Select(VietnameseText.FoldedSyllables).ToArray();
            foreach (var said in group.Say)
            {
                var say = VietnameseText.FoldedSyllables(said);
                var meaning = new Meaning(say, [.. VietnameseText.Syllables(said)], means, group.Weight);
                (_byFirst.TryGetValue(say[0], out var list) ? list : _byFirst[say[0]] = []).Add(meaning);
            }
        }

        foreach (var list in _byFirst.Values)
            list.Sort((a, b) => b.Say.Length - a.Say.Length);
    }

    public static EverydayDictionary Load()
    {
        using var stream = typeof(EverydayDictionary).Assembly.GetManifestResourceStream("Catalogue.everyday-words.json")
            ?? throw new InvalidOperationException("The everyday dictionary is not in the assembly.");
        return new EverydayDictionary(JsonSerializer.Deserialize<FileShape>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The everyday dictionary is empty."));
    }

    public bool IsSilent(string folded) => _silent.Contains(folded);

    // The text with its abbreviations also written out, so that "BHXH" is found by those who say it in full and the other way round.
    public string WriteOut(string text)
    {
        var found = VietnameseText.Syllables(text).Where(_abbreviations.ContainsKey).Distinct(StringComparer.Ordinal).Select(a => _abbreviations[a]).ToArray();
        return found.Length == 0 ? text : $"{text} . {string.Join(" . ", found)}";
    }

    public IEnumerable<string[]> Phrases() => _byFirst.Values.SelectMany(v => v).Select(m => m.Say);

    // The longest thing said that starts at this word. Marks, where typed, must not contradict the saying: "bằng lái" is not "bảng lãi".
    public Meaning? At(IReadOnlyList<string> folded, IReadOnlyList<string> typed, int start)
    {
        if (!_byFirst.TryGetValue(folded[start], out var list))
            return null;
        foreach (var meaning in list)
        {
            if (start + meaning.Say.Length > folded.Count)
                continue;
            var fits = true;
            for (var i = 0; fits && i < meaning.Say.Length; i++)
                fits = folded[start + i] == meaning.Say[i];
            if (fits && (meaning.Say.Length > 1 || SameMarks(meaning.SayMarked[0], typed[start])))
                return meaning;
        }

        return null;
    }

    private static bool SameMarks(string said, string typed) =>
        !VietnameseText.HasMarks(typed) || said == typed || VietnameseText.Fold(typed) != VietnameseText.Fold(said);
}

internal sealed record Meaning(string[] Say, string[] SayMarked, string[][] Means, float Weight);
