using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Layout;
using PdfSharp.Drawing;
using PdfSharp.Pdf.Annotations;

namespace OneStop.Documents.Signing;

/// <summary>What the reader sees of a signature: who, for which agency, and when to the second with the zone, at the top right of the first page (NĐ 30/2020, Annex I).</summary>
internal sealed class SignatureMark(FormTexts texts, SignatureDetails details) : IAnnotationAppearanceHandler
{
    private static readonly TextStyle Style = new(7);

    public void DrawAppearance(XGraphics gfx, XRect rect)
    {
        using var ruler = new TextRuler();
        var mark = new Paragraph(
            new Run(texts["Signature.SignedBy", details.SignerName, details.SignerTitle, details.AgencyName] + "\n", Style),
            new Run(texts["Signature.SignedAt", FormDates.Signed(details.SignedAt)], Style))
        { Align = Align.Right };
        // The drawing surface is the mark itself: its corner is the origin, wherever the mark stands on the page.
        var y = 0d;
        foreach (var strip in mark.Arrange(ruler, rect.Width))
        {
            strip.Draw(gfx, new XPoint(0, y));
            y += strip.Height;
        }
    }
}
