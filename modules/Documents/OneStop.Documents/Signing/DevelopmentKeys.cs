using System.Numerics;
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
    private const string Folder = "data/signing/development";
    private const string SignerFile = "signer.p12";
    private const string SealFile = "seal.p12";
    private const string IssuerFile = "issuer.crt";
    private const string RevokedFile = "issuer.crl";
    private const string IssuerName = "CN=OneStop Development Issuer, O=OneStop, C=VN";

    private readonly Lock making = new();

    // Keys made before lists were go too: without its list nobody can say that a certificate was not revoked.
    private bool IsComplete => File.Exists(SignerPath) && File.Exists(SealPath) && File.Exists(IssuerPath) && File.Exists(PathOf(RevokedFile));

    public string FolderPath => PathOf("");

    public string SignerPath => PathOf(SignerFile);

    public string SealPath => PathOf(SealFile);

    public string IssuerPath => PathOf(IssuerFile);

    public static bool MayBeMade(IHostEnvironment environment) => environment.IsDevelopment() || environment.IsEnvironment("Testing");

    public void MakeMissing()
    {
        lock (making)
        {
            if (IsComplete)
            {
                return;
            }

            // All appear at once: another process that starts now never meets the signer of one issuer beside another's certificate.
            var unfinished = $"{PathOf("")}{Guid.NewGuid():N}";
            Directory.CreateDirectory(unfinished);
            using var key = RSA.Create(3072);
            var request = new CertificateRequest(IssuerName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
            // Valid long before they were made: demo dossiers and tests live in the past.
            var now = clock.GetUtcNow();
            using var issuer = request.CreateSelfSigned(now.AddYears(-6), now.AddYears(6));
            Make(Path.Combine(unfinished, SignerFile), "CN=OneStop Development Signer, O=OneStop, C=VN", issuer, now);
            Make(Path.Combine(unfinished, SealFile), "CN=OneStop Development Seal, O=OneStop, C=VN", issuer, now);
            Write(Path.Combine(unfinished, IssuerFile), issuer.Export(X509ContentType.Cert));
            Write(Path.Combine(unfinished, RevokedFile), new CertificateRevocationListBuilder().Build(
                issuer, BigInteger.One, now.AddYears(5), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, now.AddYears(-5)));
            Publish(unfinished);
        }
    }

    private void Publish(string unfinished)
    {
        try
        {
            if (Directory.Exists(FolderPath) && !IsComplete)
            {
                Directory.Delete(FolderPath, recursive: true);
            }

            Directory.Move(unfinished, PathOf(""));
        }
        catch (IOException) when (IsComplete)
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void Make(string path, string subject, X509Certificate2 issuer, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var bare = request.Create(issuer, now.AddYears(-5), now.AddYears(5), RandomNumberGenerator.GetBytes(16));
        using var certificate = bare.CopyWithPrivateKey(key);
        var bag = new X509Certificate2Collection { certificate, X509CertificateLoader.LoadCertificate(issuer.RawData) };
        Write(path, bag.Export(X509ContentType.Pkcs12, Password)!);
    }

    private static void Write(string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private string PathOf(string file) => Path.GetFullPath(Path.Combine(Folder, file), environment.ContentRootPath);
}
