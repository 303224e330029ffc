using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneStop.Documents.Verification;

/// <summary>A list of revoked certificates (RFC 5280, section 5). One with a critical extension covers only a part and is not read.</summary>
internal sealed class CertificateRevocationList
{
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0);

    private static readonly Dictionary<string, (HashAlgorithmName Hash, bool IsRsa)> Algorithms = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = (HashAlgorithmName.SHA256, true),
        ["1.2.840.113549.1.1.12"] = (HashAlgorithmName.SHA384, true),
        ["1.2.840.113549.1.1.13"] = (HashAlgorithmName.SHA512, true),
        ["1.2.840.10045.4.3.2"] = (HashAlgorithmName.SHA256, false),
        ["1.2.840.10045.4.3.3"] = (HashAlgorithmName.SHA384, false),
        ["1.2.840.10045.4.3.4"] = (HashAlgorithmName.SHA512, false),
    };

    private readonly ReadOnlyMemory<byte> signed;
    private readonly string algorithm;
    private readonly byte[] signature;
    private readonly ReadOnlyMemory<byte> issuer;
    private readonly Dictionary<BigInteger, DateTimeOffset> revoked = [];

    private CertificateRevocationList(ReadOnlyMemory<byte> der)
    {
        var list = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        signed = list.PeekEncodedValue();
        var body = list.ReadSequence();
        algorithm = list.ReadSequence().ReadObjectIdentifier();
        signature = list.ReadBitString(out _);
        if (body.PeekTag() == Asn1Tag.Integer)
        {
            body.ReadInteger();
        }

        body.ReadSequence();
        issuer = body.ReadEncodedValue();
        ThisUpdate = Time(body);
        NextUpdate = body.HasData && IsTime(body.PeekTag()) ? Time(body) : null;
        if (body.HasData && body.PeekTag() == Asn1Tag.Sequence)
        {
            ReadRevoked(body.ReadSequence());
        }

        if (body.HasData)
        {
            RefuseCritical(body.ReadSequence(Extensions).ReadSequence());
        }
    }

    public DateTimeOffset ThisUpdate { get; }

    public DateTimeOffset? NextUpdate { get; }

    /// <summary>Reads DER or PEM; null when it is no list that can be relied on.</summary>
    public static CertificateRevocationList? Read(byte[] content)
    {
        try
        {
            if (!content.AsSpan().StartsWith("-----"u8))
            {
                return new CertificateRevocationList(content);
            }

            var text = System.Text.Encoding.ASCII.GetString(content);
            var found = PemEncoding.Find(text);
            return new CertificateRevocationList(Convert.FromBase64String(text[found.Base64Data]));
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    public bool IsCurrent(DateTimeOffset now) => ThisUpdate <= now && (NextUpdate is not { } next || now <= next);

    /// <summary>When the certificate was revoked; null when the list does not name it.</summary>
    public DateTimeOffset? RevokedAt(X509Certificate2 certificate) =>
        revoked.TryGetValue(new BigInteger(certificate.SerialNumberBytes.Span, isBigEndian: true), out var at) ? at : null;

    /// <summary>Whether this issuer, and nobody who bears its name, signed the list.</summary>
    public bool IsBy(X509Certificate2 certificate)
    {
        if (!issuer.Span.SequenceEqual(certificate.SubjectName.RawData) || !Algorithms.TryGetValue(algorithm, out var how)
            || certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
        {
            return false;
        }

        if (how.IsRsa)
        {
            using var rsa = certificate.GetRSAPublicKey();
            return rsa?.VerifyData(signed.Span, signature, how.Hash, RSASignaturePadding.Pkcs1) == true;
        }

        using var curve = certificate.GetECDsaPublicKey();
        return curve?.VerifyData(signed.Span, signature, how.Hash, DSASignatureFormat.Rfc3279DerSequence) == true;
    }

    private void ReadRevoked(AsnReader entries)
    {
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            revoked[entry.ReadInteger()] = Time(entry);
        }
    }

    private static void RefuseCritical(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            extension.ReadObjectIdentifier();
            if (extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean())
            {
                throw new AsnContentException();
            }
        }
    }

    private static bool IsTime(Asn1Tag tag) => tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
