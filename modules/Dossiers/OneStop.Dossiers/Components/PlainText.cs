namespace OneStop.Dossiers.Components;

// Texts that people type: stored composed (NFC), without characters that no database or paper takes.
internal static class PlainText
{
    public static string Clean(string text) => text.Normalize().Trim();

    public static bool IsStorable(string? text) => text is null || !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
}
