using System.Globalization;
using System.Resources;
using OneStop.Documents.Resources;
using OneStop.Kernel.Texts;

namespace OneStop.Documents.Forms;

/// <summary>Words of the papers. Papers are in Vietnamese whatever the reader's language; English prints a translation for reference.</summary>
internal sealed class FormTexts(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new(typeof(DocumentsTexts));

    public static FormTexts Vietnamese { get; } = new(ReadersCulture.Vietnamese);

    public CultureInfo Culture => culture;

    public string this[string key] => Resources.GetString(key, culture)
        ?? throw new InvalidOperationException($"The text {key} is missing from DocumentsTexts.resx.");

    public string this[string key, params object[] values] => string.Format(culture, this[key], values);

    public string Upper(string text) => text.ToUpper(culture);
}
