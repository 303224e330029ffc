using System.Globalization;
using System.Text;

namespace OneStop.Approvals.Domain;

/// <summary>Vietnamese text as people type it in a hurry: lower case, without diacritics.</summary>
internal static class SearchFold
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(character is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(character));
        }

        return folded.ToString().Trim();
    }
}
