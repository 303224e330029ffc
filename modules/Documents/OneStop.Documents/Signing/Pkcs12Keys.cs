using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Signing;

/// <summary>Keys in PKCS#12 files, read anew for each signature: a renewed certificate is used without a restart.</summary>
internal sealed class Pkcs12Keys(IOptions<SigningOptions> options, IHostEnvironment environment, DevelopmentKeys development) : ISigningKeys
{
    private static readonly Result<SigningKey?> None = default(SigningKey);

    public ValueTask<Result<SigningKey?>> FindAsync(SigningPart part, SignatureDetails details, CancellationToken cancellationToken)
    {
        var (path, password) = part == SigningPart.Signer
            ? (options.Value.CertificatePath, options.Value.Password)
            : (options.Value.SealCertificatePath, options.Value.SealPassword);
        if (options.Value.CertificatePath is null && DevelopmentKeys.MayBeMade(environment))
        {
            development.MakeMissing();
            (path, password) = (part == SigningPart.Signer ? development.SignerPath : development.SealPath, DevelopmentKeys.Password);
        }

        return ValueTask.FromResult(path is { Length: > 0 } ? Open(Path.GetFullPath(path, environment.ContentRootPath), password) : None);
    }

    private static Result<SigningKey?> Open(string path, string? password)
    {
        try
        {
            var bag = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
            var own = bag.FirstOrDefault(certificate => certificate.HasPrivateKey);
            return own is null
                ? Error.Unavailable(SigningErrors.KeyUnusable, Path.GetFileName(path))
                : new FileKey(own, [own.RawData, .. bag.Where(certificate => certificate != own).Select(certificate => certificate.RawData)]);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Error.Unavailable(SigningErrors.KeyUnusable, Path.GetFileName(path));
        }
    }

    private sealed class FileKey(X509Certificate2 certificate, IReadOnlyList<byte[]> chain) : SigningKey
    {
        public override IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; } = [.. chain.Select(one => new ReadOnlyMemory<byte>(one))];

        public override ValueTask<Result<ReadOnlyMemory<byte>>> SignDigestAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
        {
            using var rsa = certificate.GetRSAPrivateKey();
            using var curve = rsa is null ? certificate.GetECDsaPrivateKey() : null;
            var signature = rsa?.SignHash(digest.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) ?? curve?.SignHash(digest.Span, DSASignatureFormat.Rfc3279DerSequence);
            return ValueTask.FromResult<Result<ReadOnlyMemory<byte>>>(
                signature is null ? Error.Unavailable(SigningErrors.KeyUnusable, certificate.Subject) : new ReadOnlyMemory<byte>(signature));
        }

        protected override void Dispose(bool disposing)
        {
            certificate.Dispose();
            base.Dispose(disposing);
        }
    }
}
