using System.Globalization;
using System.Text;

namespace OneStop.Dossiers.Domain;

// A name as people search it: lower case, without diacritics, single spaces.
internal static class SearchName
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsWhiteSpace(character))
                text.Append(character == 'đ' ? 'd' : character);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }

        return text.ToString().TrimEnd();
    }
}
