using System.Text;
using OneStop.Catalogue.Search;

namespace OneStop.Catalogue.Domain;

internal static class Slug
{
    private const int Longest = 60;

    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var syllable in VietnameseText.FoldedSyllables(name))
        {
            if (slug.Length + syllable.Length > Longest)
                break;
            if (slug.Length > 0)
                slug.Append('-');
            slug.Append(syllable);
        }

        return slug.ToString();
    }
}
