using System.Globalization;
using System.Text;

namespace OneStop.Catalogue.Search;

// One way of reading Vietnamese for everything that is searched: lower case, no marks, syllables.
internal static class VietnameseText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(c switch { 'đ' or 'Đ' => 'd', _ => char.ToLowerInvariant(c) });
        }

        return folded.ToString();
    }

    // Lower-cased, composed syllables with their marks; anything that is not a letter or a digit separates.
    public static List<string> Syllables(string text)
    {
        var syllables = new List<string>();
        var current = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                current.Append(char.ToLowerInvariant(c));
                continue;
            }

            Flush();
        }

        Flush();
        return syllables;

        void Flush()
        {
            if (current.Length == 0)
                return;
            syllables.Add(current.ToString());
            current.Clear();
        }
    }

    public static string[] FoldedSyllables(string text) => [.. Syllables(text).Select(Fold)];

    public static bool HasMarks(string syllable) => syllable.Any(c => c > 127);
}
