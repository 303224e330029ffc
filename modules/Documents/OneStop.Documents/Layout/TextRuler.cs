using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

/// <summary>Measures text for one document. Fonts are kept per document: PDFsharp's font objects are not made for sharing between threads.</summary>
internal sealed class TextRuler : IDisposable
{
    // Vietnamese capitals carry two marks (Ể, Ỗ): tighter lines would touch.
    private const double Leading = 1.22;

    private readonly XGraphics context = XGraphics.CreateMeasureContext(new XSize(1000, 1000), XGraphicsUnit.Point, XPageDirection.Downwards);
    private readonly Dictionary<TextStyle, XFont> fonts = [];
    private readonly Dictionary<(string Text, TextStyle Style), double> widths = [];

    public XFont Font(TextStyle style)
    {
        if (!fonts.TryGetValue(style, out var font))
        {
            var weight = (style.Bold ? XFontStyleEx.Bold : XFontStyleEx.Regular) | (style.Italic ? XFontStyleEx.Italic : XFontStyleEx.Regular);
            fonts[style] = font = new XFont(EmbeddedFonts.Family, style.Size, weight, XPdfFontOptions.UnicodeDefault);
        }

        return font;
    }

    public double Width(string text, TextStyle style)
    {
        var key = (text, style);
        if (!widths.TryGetValue(key, out var width))
        {
            widths[key] = width = context.MeasureString(text, Font(style)).Width;
        }

        return width;
    }

    public double SpaceWidth(TextStyle style) => Width("x x", style) - Width("xx", style);

    public static double LineHeight(double size) => size * Leading;

    /// <summary>From the top of the line to the baseline.</summary>
    public static double Baseline(double size) => size * 0.98;

    public void Dispose() => context.Dispose();
}
