using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace OneStop.Documents.Tests.Signing;

/// <summary>An issuer of certificates with a revocation list and a time-stamp service (RFC 3161).</summary>
internal sealed class CertificateAuthority : IDisposable
{
    public const string ListAddress = "http://ca.example.vn/list.crl";
    public const string StampAddress = "http://tsa.example.vn/";
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string TokenContent = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private readonly X509Certificate2 issuer;
    private readonly X509Certificate2 stamper;
    private readonly CertificateRevocationListBuilder revoked = new();

    public CertificateAuthority(string name = "Root CA of tests")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        issuer = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-6), DateTimeOffset.UtcNow.AddYears(6));
        stamper = Issue("Time-stamp service of tests", new X509EnhancedKeyUsageExtension([new Oid(TimeStamping)], critical: true));
    }

    /// <summary>When the service says it is.</summary>
    public DateTimeOffset StampsAt { get; set; } = DateTimeOffset.UtcNow;

    public byte[] Certificate => issuer.Export(X509ContentType.Cert);

    public X509Certificate2 Issue(string name, params X509Extension[] more)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in more)
        {
            request.CertificateExtensions.Add(extension);
        }

        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([ListAddress]));
        using var bare = request.Create(issuer, DateTimeOffset.UtcNow.AddYears(-5), DateTimeOffset.UtcNow.AddYears(5), RandomNumberGenerator.GetBytes(16));
        return bare.CopyWithPrivateKey(key);
    }

    public void Revoke(X509Certificate2 certificate, DateTimeOffset at) => revoked.AddEntry(certificate, at, X509RevocationReason.KeyCompromise);

    public void RevokeStamper(DateTimeOffset at) => Revoke(stamper, at);

    public byte[] List(DateTimeOffset? from = null, DateTimeOffset? until = null) => revoked.Build(
        issuer, BigInteger.One, until ?? DateTimeOffset.UtcNow.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, from ?? DateTimeOffset.UtcNow.AddDays(-1));

    /// <summary>The answer to a request for a stamp.</summary>
    public byte[] Stamp(byte[] asked) => Answer(asked, info => info);

    /// <summary>An answer over another digest than the one that was sent.</summary>
    public byte[] StampOfSomethingElse(byte[] asked) => Answer(asked, hash => SHA256.HashData(hash));

    public void Dispose()
    {
        issuer.Dispose();
        stamper.Dispose();
    }

    private byte[] Answer(byte[] asked, Func<byte[], byte[]> digest)
    {
        if (!Rfc3161TimestampRequest.TryDecode(asked, out var request, out _))
        {
            throw new InvalidOperationException("That is no request for a time stamp.");
        }

        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.2.3.4"), request.HashAlgorithmId, digest(request.GetMessageHash().ToArray()), new byte[] { 7 }, StampsAt, nonce: request.GetNonce());
        var token = new SignedCms(new ContentInfo(new Oid(TokenContent), info.Encode()));
        var signer = new CmsSigner(stamper) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateId()));
        token.ComputeSignature(signer);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(token.Encode());
        }

        return writer.Encode();
    }

    private byte[] CertificateId()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(stamper.RawData));
        }

        return writer.Encode();
    }
}
