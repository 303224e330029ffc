using System.Globalization;

namespace OneStop.Kernel.Texts;

/// <summary>A text in both languages of the product.</summary>
/// <param name="Vi">Vietnamese, always there.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Vi, string En)
{
    /// <summary>The text in the given culture; Vietnamese unless it is English.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Vi;

    /// <summary>The text in the current UI culture.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
