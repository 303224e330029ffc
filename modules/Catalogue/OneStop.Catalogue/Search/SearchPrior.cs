namespace OneStop.Catalogue.Search;

// What a citizen at a commune desk most likely wants, before a word is read: procedures of everyday life first, closest level first.
internal static class SearchPrior
{
    public static float Of(SearchDocument d)
    {
        var prior = 0f;
        if (d.LifeEvents.Count > 0)
            prior += 0.6f;
        if (d.Levels.Contains("xa"))
            prior += 0.25f;
        else if (d.Levels.Contains("tinh"))
            prior += 0.1f;
        if (d.Audiences.Contains("citizen"))
            prior += 0.1f;
        if (d.Online)
            prior += 0.05f;
        return prior;
    }
}
