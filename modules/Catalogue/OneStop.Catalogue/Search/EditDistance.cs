namespace OneStop.Catalogue.Search;

internal static class EditDistance
{
    // True when one insertion, deletion, replacement or swap of neighbours turns one word into the other.
    public static bool IsOne(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1)
            return false;

        var start = 0;
        while (start < a.Length && a[start] == b[start])
            start++;
        if (a.Length < b.Length)
            return a.AsSpan(start).SequenceEqual(b.AsSpan(start + 1));
        if (start == a.Length)
            return false;
        if (a.AsSpan(start + 1).SequenceEqual(b.AsSpan(start + 1)))
            return true;
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start]
            && a.AsSpan(start + 2).SequenceEqual(b.AsSpan(start + 2));
    }
}
