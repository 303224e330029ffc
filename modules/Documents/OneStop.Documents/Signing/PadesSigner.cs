using System.Security.Cryptography.X509Certificates;
using OneStop.Documents.Contracts;
using OneStop.Documents.Layout;
using OneStop.Kernel.Results;
using PdfSharp.Drawing;
using PdfSharp.Pdf.IO;

namespace OneStop.Documents.Signing;

/// <summary>Draws the visible marks, then appends the signer's signature and over it the agency's seal.</summary>
internal sealed class PadesSigner(ISigningKeys keys, TimestampService stamps, TimeProvider clock) : IDocumentSigner
{
    public async Task<Result<byte[]>> SignAsync(byte[] pdf, SignatureDetails details, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(details, cancellationToken);
        if (!opened.TryGet(out var pair))
        {
            return opened.AsFailure<byte[]>();
        }

        using (pair)
        {
            var (marked, widget) = Mark(pdf, details);
            var signed = await SignatureRevision.AppendAsync(marked, pair.Signer, stamps.Stamp, details, details.SignerName, widget, cancellationToken);
            return pair.Seal is { } seal && signed.TryGet(out var once)
                ? await SignatureRevision.AppendAsync(once, seal, stamps.Stamp, details, details.AgencyName, widget, cancellationToken)
                : signed;
        }
    }

    public async Task<Result<Done>> CheckAsync(SignatureDetails details, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(details, cancellationToken);
        if (!opened.TryGet(out var pair))
        {
            return opened.AsFailure<Done>();
        }

        pair.Dispose();
        return Done.Value;
    }

    private async Task<Result<KeyPair>> OpenAsync(SignatureDetails details, CancellationToken cancellationToken)
    {
        var found = await FindAsync(SigningPart.Signer, details, cancellationToken);
        if (!found.TryGet(out var signer))
        {
            return found.AsFailure<KeyPair>();
        }

        if (signer is null)
        {
            return Error.Unavailable(SigningErrors.KeyUnusable, details.SignerName);
        }

        var sealing = await FindAsync(SigningPart.Seal, details, cancellationToken);
        if (sealing.IsFailure)
        {
            signer.Dispose();
            return sealing.AsFailure<KeyPair>();
        }

        return new KeyPair(signer, sealing.Value);
    }

    // A certificate is asked on the clock of the server, not on the time printed on the paper.
    private async Task<Result<SigningKey?>> FindAsync(SigningPart part, SignatureDetails details, CancellationToken cancellationToken)
    {
        var found = await keys.FindAsync(part, details, cancellationToken);
        if (!found.TryGet(out var key) || key is null)
        {
            return found;
        }

        using var certificate = X509CertificateLoader.LoadCertificate(key.Certificates[0].Span);
        var now = clock.GetUtcNow().UtcDateTime;
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now >= from && now <= until)
        {
            return found;
        }

        key.Dispose();
        return now < from
            ? Error.RuleBroken(SigningErrors.CertificateNotYetValid, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), from)
            : Error.RuleBroken(SigningErrors.CertificateExpired, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), until);
    }

    private static (byte[] Pdf, XRect Widget) Mark(byte[] pdf, SignatureDetails details)
    {
        EmbeddedFonts.Install();
        using var input = new MemoryStream(pdf, writable: false);
        using var document = PdfReader.Open(input, PdfDocumentOpenMode.Modify);
        var widget = new SignatureMarks(details).Draw(document);
        using var output = new MemoryStream();
        document.Save(output, closeStream: false);
        return (output.ToArray(), widget);
    }

    private sealed record KeyPair(SigningKey Signer, SigningKey? Seal) : IDisposable
    {
        public void Dispose()
        {
            Signer.Dispose();
            Seal?.Dispose();
        }
    }
}
