using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OneStop.Kernel.Texts;

/// <summary>Texts for people whose language is not that of the one who acts.</summary>
public static class TextsInBothLanguages
{
    /// <summary>The text of <paramref name="key"/> in both languages of the product.</summary>
    public static LocalizedText InBoth(this IStringLocalizer texts, string key, params object[] args)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = ReadersCulture.Vietnamese;
            var vietnamese = texts[key, args].Value;
            CultureInfo.CurrentUICulture = ReadersCulture.English;
            return new LocalizedText(vietnamese, texts[key, args].Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
