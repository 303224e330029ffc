using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Layout;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace OneStop.Documents.Signing;

/// <summary>
/// What the reader sees of the signatures (NĐ 30/2020, Annex I): at the top right of the first page the agency and the time to the second
/// with the zone; where the signer's room is, the seal over its left third.
/// </summary>
internal sealed class SignatureMarks(SignatureDetails details)
{
    private const double Height = 20;
    private const double Distance = 6;
    private const double SealSize = 62;

    private static readonly TextStyle Style = new(7);
    private static readonly XColor SealRed = XColor.FromArgb(200, 16, 30);

    private readonly FormTexts texts = FormTexts.Vietnamese;

    /// <summary>Draws the marks; the answer is where on the first page a reader may click for the signature, in PDF coordinates.</summary>
    public XRect Draw(PdfDocument document)
    {
        using var ruler = new TextRuler();
        var first = document.Pages[0];
        var paper = first.Width.Point < Paper.A4.Width - 1 ? Paper.A5 : Paper.A4;
        var rectangle = new XRect(paper.Left, Distance, first.Width.Point - paper.Left - paper.Right, Height);
        using (var graphics = XGraphics.FromPdfPage(first))
        {
            DrawText(graphics, ruler, rectangle);
        }

        foreach (var page in document.Pages)
        {
            if (page.Elements.GetArray(SignaturePlace.Key) is { } place)
            {
                using var graphics = XGraphics.FromPdfPage(page);
                DrawSeal(graphics, ruler, new XRect(place.Elements.GetReal(0), place.Elements.GetReal(1), place.Elements.GetReal(2), place.Elements.GetReal(3)));
            }
        }

        return new XRect(rectangle.Left, first.Height.Point - rectangle.Bottom, rectangle.Width, rectangle.Height);
    }

    private void DrawText(XGraphics graphics, TextRuler ruler, XRect rectangle)
    {
        var mark = new Paragraph(
            new Run(texts["Signature.SignedBy", details.SignerName, details.SignerTitle, details.AgencyName] + "\n", Style),
            new Run(texts["Signature.SignedAt", FormDates.Signed(details.SignedAt)], Style))
        { Align = Align.Right };
        var y = rectangle.Top;
        foreach (var strip in mark.Arrange(ruler, rectangle.Width))
        {
            strip.Draw(graphics, new XPoint(rectangle.Left, y));
            y += strip.Height;
        }
    }

    // Two rings, a star, the agency's name along the inner edge.
    private void DrawSeal(XGraphics graphics, TextRuler ruler, XRect place)
    {
        var centre = new XPoint(place.Left + (place.Width / 3), place.Top + (place.Height / 2));
        var outer = SealSize / 2;
        graphics.DrawEllipse(new XPen(SealRed, 1.6), centre.X - outer, centre.Y - outer, SealSize, SealSize);
        graphics.DrawEllipse(new XPen(SealRed, 0.6), centre.X - outer + 2.5, centre.Y - outer + 2.5, SealSize - 5, SealSize - 5);
        graphics.DrawPolygon(new XSolidBrush(SealRed), Star(centre, outer * 0.36), XFillMode.Winding);
        DrawAround(graphics, ruler, texts.Upper(details.AgencyName), centre, outer - 4);
    }

    private static XPoint[] Star(XPoint centre, double radius) =>
    [
        .. Enumerable.Range(0, 10).Select(corner =>
        {
            var angle = (corner * Math.PI / 5) - (Math.PI / 2);
            var reach = corner % 2 == 0 ? radius : radius * 0.382;
            return new XPoint(centre.X + (reach * Math.Cos(angle)), centre.Y + (reach * Math.Sin(angle)));
        }),
    ];

    private static void DrawAround(XGraphics graphics, TextRuler ruler, string name, XPoint centre, double radius)
    {
        const double WidestTurn = 320;
        var size = 6.0;
        var baseline = radius - size;
        double Turn(double width) => width / baseline * 180 / Math.PI;
        while (size > 3 && Turn(ruler.Width(name, new TextStyle(size, Bold: true))) > WidestTurn)
        {
            size -= 0.25;
            baseline = radius - size;
        }

        var style = new TextStyle(size, Bold: true);
        var angle = -Turn(ruler.Width(name, style)) / 2;
        foreach (var letter in name)
        {
            var width = ruler.Width(letter.ToString(), style);
            var state = graphics.Save();
            graphics.RotateAtTransform(angle + (Turn(width) / 2), centre);
            graphics.DrawString(letter.ToString(), ruler.Font(style), new XSolidBrush(SealRed), new XPoint(centre.X - (width / 2), centre.Y - baseline), XStringFormats.BaseLineLeft);
            graphics.Restore(state);
            angle += Turn(width);
        }
    }
}
