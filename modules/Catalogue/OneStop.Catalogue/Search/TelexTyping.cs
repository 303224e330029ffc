namespace OneStop.Catalogue.Search;

// Letters left behind when the Vietnamese keyboard was off: "ddawng kys" is "đăng ký".
internal static class TelexTyping
{
    private static readonly (string Typed, string Meant)[] Vowels =
        [("dd", "d"), ("aa", "a"), ("aw", "a"), ("ee", "e"), ("oo", "o"), ("ow", "o"), ("uw", "u"), ("w", "u")];

    public static string Decode(string folded)
    {
        var word = folded;
        if (word.Length > 2 && word[^1] is 's' or 'f' or 'r' or 'x' or 'j')
            word = word[..^1];
        foreach (var (typed, meant) in Vowels)
            word = word.Replace(typed, meant, StringComparison.Ordinal);
        return word;
    }
}
