namespace OneStop.Dossiers.Components;

internal static class PaperNames
{
    // The catalogue's own words often say already when a paper is wanted.
    public static bool SaysWhen(string name) => name.Contains("nếu ", StringComparison.OrdinalIgnoreCase);
}
