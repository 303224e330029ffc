using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

/// <summary>The centred rule under a name in the header: as long as a text, or a part of the line.</summary>
internal sealed class Rule(double share, Run? asLongAs = null) : Block
{
    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        var length = asLongAs is { } text ? Math.Min(ruler.Width(text.Text, text.Style), width) : width * share;
        yield return new Strip(6, (page, at) =>
        {
            var left = at.X + ((width - length) / 2);
            page.DrawLine(new XPen(XColors.Black, 0.7), left, at.Y + 2.5, left + length, at.Y + 2.5);
        });
    }
}
