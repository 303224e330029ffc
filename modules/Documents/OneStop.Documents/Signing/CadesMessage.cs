using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneStop.Documents.Contracts;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Signing;

/// <summary>
/// The CMS of a PAdES signature (ETSI EN 319 142-1): detached, SHA-256, with the signing-certificate-v2 attribute and without signing-time,
/// which stands in the signature dictionary; baseline-B, with a time stamp over the signature value baseline-T. Written here, and not by the framework's SignedCms, so that the digest can go to a
/// key that is elsewhere and answers later.
/// </summary>
internal static class CadesMessage
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Second = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4, isConstructed: true);

    public static async ValueTask<Result<byte[]>> SignAsync(byte[] contentDigest, SigningKey key, SignatureStamp? stamp, CancellationToken cancellationToken)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(key.Certificates[0].Span);
        var attributes = Attributes(contentDigest, certificate);
        var signed = await key.SignDigestAsync(SHA256.HashData(attributes), cancellationToken);
        if (!signed.TryGet(out var signature) || stamp is null)
        {
            return signed.Map(plain => Message(key, certificate, attributes, plain, token: null));
        }

        var stamped = await stamp(signature, cancellationToken);
        return stamped.Map(token => Message(key, certificate, attributes, signature, token));
    }

    private static byte[] Message(SigningKey key, X509Certificate2 certificate, byte[] attributes, ReadOnlyMemory<byte> signature, byte[]? token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(First))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    Algorithm(writer, Sha256, withNull: false);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Data);
                }

                using (writer.PushSetOf(First))
                {
                    foreach (var one in key.Certificates)
                    {
                        writer.WriteEncodedValue(one.Span);
                    }
                }

                using (writer.PushSetOf())
                {
                    SignerInfo(writer, certificate, attributes, signature, token);
                }
            }
        }

        return writer.Encode();
    }

    private static void SignerInfo(AsnWriter writer, X509Certificate2 certificate, byte[] attributes, ReadOnlyMemory<byte> signature, byte[]? token)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }

            Algorithm(writer, Sha256, withNull: false);
            // The same attributes stand here under the implicit tag [0] and were signed as a SET OF.
            var tagged = (byte[])attributes.Clone();
            tagged[0] = 0xA0;
            writer.WriteEncodedValue(tagged);
            var isRsa = certificate.PublicKey.Oid.Value == RsaEncryption;
            Algorithm(writer, isRsa ? RsaEncryption : EcdsaWithSha256, withNull: isRsa);
            writer.WriteOctetString(signature.Span);
            if (token is null)
            {
                return;
            }

            using (writer.PushSetOf(Second))
            {
                Attribute(writer, SignatureTimeStamp, value => value.WriteEncodedValue(token));
            }
        }
    }

    private static byte[] Attributes(byte[] contentDigest, X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, ContentType, value => value.WriteObjectIdentifier(Data));
            Attribute(writer, MessageDigest, value => value.WriteOctetString(contentDigest));
            Attribute(writer, SigningCertificateV2, value => WriteCertificateId(value, certificate));
        }

        return writer.Encode();
    }

    // SHA-256 is the default digest of ESSCertIDv2 and is therefore not written (RFC 5035).
    private static void WriteCertificateId(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(DirectoryName))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
    }

    private static void Attribute(AsnWriter writer, string oid, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                value(writer);
            }
        }
    }

    private static void Algorithm(AsnWriter writer, string oid, bool withNull)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (withNull)
            {
                writer.WriteNull();
            }
        }
    }
}
