using System.Globalization;
using System.Text;

namespace OneStop.Documents.Layout;

/// <summary>
/// What people type, made fit for paper: composed letters (NFC, else the marks of decomposed Vietnamese fall beside their letters),
/// one kind of line end, no control, direction or half characters, and a visible mark for signs no paper font has.
/// </summary>
internal static class PrintableText
{
    private const char Unprintable = '\u25A1';

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                printable.Append('\n');
            }
            else if (rune.Value is '\t' or '\u00A0' or '\u2028' or '\u2029')
            {
                printable.Append(' ');
            }
            else if (rune == Rune.ReplacementChar || rune.Value > char.MaxValue)
            {
                printable.Append(Unprintable);
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))
            {
                printable.Append(rune.ToString());
            }
        }

        return printable.ToString().Normalize(NormalizationForm.FormC);
    }
}
