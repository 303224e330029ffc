using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Documents.Signing;

namespace OneStop.Documents.Verification;

/// <summary>Those whom this installation trusts to issue signing certificates: the files of a folder, in Development also its own issuer.</summary>
internal sealed class TrustedIssuers(IOptions<SigningOptions> options, IHostEnvironment environment, DevelopmentKeys development)
{
    private static readonly string[] Kinds = [".cer", ".crt", ".pem"];

    /// <summary>The certificate and those behind it up to the trusted one; null when nobody trusted stands behind it.</summary>
    public IReadOnlyList<X509Certificate2>? ChainOf(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset? at)
    {
        var trusted = Load();
        if (trusted.Count == 0)
        {
            return null;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        // Whether it was valid then is told apart from who issued it.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        if (at is { } moment)
        {
            chain.ChainPolicy.VerificationTime = moment.UtcDateTime;
        }

        return chain.Build(certificate) ? [.. chain.ChainElements.Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawData))] : null;
    }

    private X509Certificate2Collection Load()
    {
        var trusted = new X509Certificate2Collection();
        if (options.Value.TrustedIssuers is { Length: > 0 } folder)
        {
            foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(folder, environment.ContentRootPath)).Where(path => Kinds.Contains(Path.GetExtension(path).ToLowerInvariant())))
            {
                Add(trusted, path);
            }
        }

        if (DevelopmentKeys.MayBeMade(environment) && File.Exists(development.IssuerPath))
        {
            Add(trusted, development.IssuerPath);
        }

        return trusted;
    }

    private static void Add(X509Certificate2Collection trusted, string path)
    {
        try
        {
            trusted.Add(X509CertificateLoader.LoadCertificateFromFile(path));
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException($"{path} is not a certificate.", exception);
        }
    }
}
