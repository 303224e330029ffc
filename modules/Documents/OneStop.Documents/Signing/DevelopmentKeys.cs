using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;

namespace OneStop.Documents.Signing;

/// <summary>
/// Keys of a development host: an issuer, a signer and a seal, made at first use and kept, so that papers signed yesterday still verify.
/// They prove nothing to anybody, and no other host makes them.
/// </summary>
internal sealed class DevelopmentKeys(IHostEnvironment environment, TimeProvider clock)
{
    public const string Password = "development";
    private const string Folder = "data/signing";
    private const string IssuerName = "CN=OneStop Development Issuer, O=OneStop, C=VN";

    private readonly Lock making = new();

    public string SignerPath => PathOf("development-signer.p12");

    public string SealPath => PathOf("development-seal.p12");

    public string IssuerPath => PathOf("development-issuer.crt");

    public static bool MayBeMade(IHostEnvironment environment) => environment.IsDevelopment() || environment.IsEnvironment("Testing");

    public void MakeMissing()
    {
        lock (making)
        {
            if (File.Exists(SignerPath) && File.Exists(SealPath) && File.Exists(IssuerPath))
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(SignerPath)!);
            using var key = RSA.Create(3072);
            var request = new CertificateRequest(IssuerName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            var now = clock.GetUtcNow();
            using var issuer = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(6));
            Make(SignerPath, "CN=OneStop Development Signer, O=OneStop, C=VN", issuer, now);
            Make(SealPath, "CN=OneStop Development Seal, O=OneStop, C=VN", issuer, now);
            Write(IssuerPath, issuer.Export(X509ContentType.Cert));
        }
    }

    private static void Make(string path, string subject, X509Certificate2 issuer, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var bare = request.Create(issuer, now.AddDays(-1), now.AddYears(5), RandomNumberGenerator.GetBytes(16));
        using var certificate = bare.CopyWithPrivateKey(key);
        var bag = new X509Certificate2Collection { certificate, X509CertificateLoader.LoadCertificate(issuer.RawData) };
        Write(path, bag.Export(X509ContentType.Pkcs12, Password)!);
    }

    private static void Write(string path, byte[] content)
    {
        var unfinished = path + ".new";
        File.WriteAllBytes(unfinished, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private string PathOf(string file) => Path.GetFullPath(Path.Combine(Folder, file), environment.ContentRootPath);
}
