using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OneStop.Documents.Signing;

/// <summary>
/// Finds the signing key. A development host without one makes a self-signed key and keeps it, so that papers signed yesterday still carry
/// today's signer; it proves nothing to anybody, and no other host makes one.
/// </summary>
internal sealed class SigningCertificate(IOptions<SigningOptions> options, IHostEnvironment environment, TimeProvider clock)
{
    private const string DevelopmentPath = "data/signing/development.p12";
    private const string DevelopmentPassword = "development";

    private readonly Lock making = new();

    public static bool MayMakeItsOwn(IHostEnvironment environment) => environment.IsDevelopment() || environment.IsEnvironment("Testing");

    private string? Password => options.Value.Password ?? (MayMakeItsOwn(environment) ? DevelopmentPassword : null);

    public X509Certificate2 Load()
    {
        var path = Path.GetFullPath(options.Value.CertificatePath ?? DevelopmentPath, environment.ContentRootPath);
        if (MayMakeItsOwn(environment))
        {
            lock (making)
            {
                if (!File.Exists(path))
                {
                    Make(path);
                }
            }
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, Password, X509KeyStorageFlags.EphemeralKeySet);
    }

    private void Make(string path)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=OneStop Development Signer, O=OneStop, C=VN", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(5));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".new";
        File.WriteAllBytes(unfinished, certificate.Export(X509ContentType.Pkcs12, Password));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
