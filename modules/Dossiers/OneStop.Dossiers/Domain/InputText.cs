using System.Text;

namespace OneStop.Dossiers.Domain;

internal enum TextFault
{
    None,
    DirectionOverride,
    TooLong,
}

// Text that people type or paste: stored composed (NFC), without control characters, emoji welcome.
internal static class InputText
{
    // Nothing typed is lost up to here, even when the field takes less.
    public const int MostKept = 200_000;

    // What can be kept of anything at all: broken surrogates and control characters go, line ends become one kind.
    public static string Keep(string? raw)
    {
        if (string.IsNullOrEmpty(raw))
            return "";
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')))
                continue;
            text.Append(rune.Value == '\t' ? " " : rune.ToString());
        }

        return text.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // A name on one line.
    public static string KeepLine(string? raw) => string.Join(' ', Keep(raw).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Overrides of direction make a text read other than it is; they are never needed.
    public static TextFault Check(string kept, int maxLength) =>
        kept.Any(c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) ? TextFault.DirectionOverride
        : kept.Length > maxLength ? TextFault.TooLong
        : TextFault.None;
}
