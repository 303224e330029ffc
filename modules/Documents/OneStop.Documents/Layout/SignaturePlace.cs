using PdfSharp.Pdf;

namespace OneStop.Documents.Layout;

/// <summary>Room for a signature. Its place is noted on the page, so that the signer puts the seal there without knowing the layout.</summary>
internal sealed class SignaturePlace(double height) : Block
{
    public const string Key = "/OneStopSignaturePlace";

    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        yield return new Strip(height, (graphics, at) =>
        {
            if (graphics.PdfPage is { } page)
            {
                page.Elements[Key] = new PdfArray(page.Owner, new PdfReal(at.X), new PdfReal(at.Y), new PdfReal(width), new PdfReal(height));
            }
        });
    }
}
