using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Layout;
using PdfSharp.Drawing;
using PdfSharp.Pdf.IO;
using PdfSharp.Pdf.Signatures;

namespace OneStop.Documents.Signing;

/// <summary>Signs with the key of a PKCS#12 file (detached PKCS#7 over the whole file).</summary>
internal sealed class Pkcs12Signer(SigningCertificate certificate) : IDocumentSigner
{
    private const double MarkHeight = 20;
    private const double MarkDistance = 9;

    public async Task<byte[]> SignAsync(byte[] pdf, SignatureDetails details, CancellationToken cancellationToken)
    {
        EmbeddedFonts.Install();
        using var key = certificate.Load();
        using var input = new MemoryStream(pdf, writable: false);
        using var document = PdfReader.Open(input, PdfDocumentOpenMode.Modify);
        var page = document.Pages[0];
        var paper = page.Width.Point < Paper.A4.Width - 1 ? Paper.A5 : Paper.A4;
        DigitalSignatureHandler.ForDocument(document, new PdfSharpDefaultSigner(key, PdfMessageDigestType.SHA256), new DigitalSignatureOptions
        {
            AppName = "OneStop",
            ContactInfo = details.SignerName,
            Location = details.AgencyName,
            Reason = details.Reason,
            PageIndex = 0,
            Rectangle = new XRect(paper.Left, page.Height.Point - MarkDistance - MarkHeight, paper.ContentWidth, MarkHeight),
            AppearanceHandler = new SignatureMark(FormTexts.Vietnamese, details),
        });
        using var output = new MemoryStream();
        await document.SaveAsync(output);
        cancellationToken.ThrowIfCancellationRequested();
        return output.ToArray();
    }
}
