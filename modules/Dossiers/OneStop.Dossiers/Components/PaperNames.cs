namespace OneStop.Dossiers.Components;

internal static class PaperNames
{
    // The catalogue's own word for "if": the name itself says when the paper is wanted.
    private const string If = "n\u1EBFu ";

    public static bool SaysWhen(string name) => name.Contains(If, StringComparison.OrdinalIgnoreCase);
}
