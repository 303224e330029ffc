using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Documents.Verification;

/// <summary>Checks the signatures of a PDF of any origin, the time stamps over them, and whether certificates of trusted issuers were revoked.</summary>
internal sealed partial class PdfVerifier(TrustedIssuers issuers, RevocationLists revocation)
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
    private const int HeaderWithin = 1024;

    public async Task<PdfVerdict> VerifyAsync(byte[] file, CancellationToken cancellationToken)
    {
        if (file.AsSpan(0, Math.Min(HeaderWithin, file.Length)).IndexOf("%PDF-"u8) < 0)
        {
            return PdfVerdict.Only(PdfKind.NotPdf);
        }

        if (IsEncrypted(file))
        {
            return PdfVerdict.Only(PdfKind.Encrypted);
        }

        var ranges = SignedRange.Find(file).ToArray();
        if (ranges.Length == 0)
        {
            return PdfVerdict.Only(PdfKind.Unsigned);
        }

        var signatures = new List<SignatureVerdict>();
        foreach (var range in ranges)
        {
            signatures.Add(range is null ? Broken(null) : await CheckAsync(file, range, cancellationToken));
        }

        var covered = ranges.Max(range => range?.End ?? 0);
        return new PdfVerdict(PdfKind.Signed, signatures, AddedLater: covered < file.Length);
    }

    private async Task<SignatureVerdict> CheckAsync(byte[] file, SignedRange range, CancellationToken cancellationToken)
    {
        try
        {
            var message = new SignedCms(new ContentInfo(range.Content(file)), detached: true);
            message.Decode(Trimmed(range.Message(file)));
            if (message.SignerInfos is not [{ Certificate: { } certificate } signer])
            {
                return Broken(range);
            }

            message.CheckSignature(verifySignatureOnly: true);
            var signedAt = range.Time();
            var stamp = await StampAsync(signer, cancellationToken);
            var at = stamp?.ProvenAt ?? signedAt;
            var moment = (at ?? DateTimeOffset.MaxValue).UtcDateTime;
            var chain = issuers.ChainOf(certificate, message.Certificates, at);
            return new SignatureVerdict(
                NamesItsCertificate(signer, certificate), range.Text("Name") ?? NameOf(certificate), NameOf(certificate), certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
                range.Text("Location"), signedAt, moment >= certificate.NotBefore.ToUniversalTime() && moment <= certificate.NotAfter.ToUniversalTime(), chain is not null, stamp,
                chain is null ? RevocationVerdict.Unknown : await revocation.AskAsync(chain, cancellationToken));
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException or FormatException)
        {
            return Broken(range);
        }
    }

    private async Task<StampVerdict?> StampAsync(SignerInfo signer, CancellationToken cancellationToken)
    {
        if (signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == SignatureTimeStamp) is not { Values: [var value, ..] })
        {
            return null;
        }

        if (!Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out _) || !token.VerifySignatureForData(signer.GetSignature(), out var authority))
        {
            return new StampVerdict(IsIntact: false, null, null, IsTrusted: false);
        }

        var at = token.TokenInfo.Timestamp;
        var chain = issuers.ChainOf(authority, token.AsSignedCms().Certificates, at);
        var isTrusted = chain is not null && (await revocation.AskAsync(chain, cancellationToken)).State == RevocationState.Good;
        return new StampVerdict(IsIntact: true, at, NameOf(authority), isTrusted);
    }

    private static SignatureVerdict Broken(SignedRange? range) => new(
        IsIntact: false, range?.Text("Name"), null, null, range?.Text("Location"), range?.Time(), WasValid: false, IsTrusted: false, Stamp: null, RevocationVerdict.Unknown);

    // Room left in the dictionary is filled with zeros, which are not part of the message.
    private static byte[] Trimmed(ReadOnlyMemory<byte> padded)
    {
        AsnDecoder.ReadEncodedValue(padded.Span, AsnEncodingRules.BER, out _, out _, out var length);
        return padded[..length].ToArray();
    }

    // Without this attribute another certificate with the same key could be put in its place; older signatures have none.
    private static bool NamesItsCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid.Value != SigningCertificateV2)
            {
                continue;
            }

            var id = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var algorithm = id.PeekTag() == Asn1Tag.Sequence ? id.ReadSequence().ReadObjectIdentifier() : null;
            var hash = id.ReadOctetString();
            return algorithm is null or "2.16.840.1.101.3.4.2.1" ? hash.AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData)) : hash.Length > 20;
        }

        return true;
    }

    private static string NameOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    private static bool IsEncrypted(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        // A file with a cross-reference stream has no trailer; its dictionary then stands near the end.
        return Encryption().IsMatch(text, Math.Max(0, trailer >= 0 ? trailer : text.Length - 4096));
    }

    [GeneratedRegex(@"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")]
    private static partial Regex Encryption();
}
