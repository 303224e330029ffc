using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OneStop.Documents.Signing;

/// <summary>Section Documents:Signing. Paths are relative to the content root.</summary>
internal sealed class SigningOptions
{
    public const string Section = "Documents:Signing";

    /// <summary>PKCS#12 file with the key that signs for the signer. In Development it is made at first use when it is missing.</summary>
    public string? CertificatePath { get; set; }

    public string? Password { get; set; }

    /// <summary>PKCS#12 file with the agency's seal key; without it a paper carries one signature.</summary>
    public string? SealCertificatePath { get; set; }

    public string? SealPassword { get; set; }

    /// <summary>Folder of certificates (.cer, .crt, .pem) whose holders are trusted to issue signing certificates.</summary>
    public string? TrustedIssuers { get; set; }

    /// <summary>Address of an RFC 3161 time-stamp service; without it a signature carries only the time its signer claims.</summary>
    public string? TimestampUrl { get; set; }

    /// <summary>Folder of revocation lists (.crl) of the trusted issuers.</summary>
    public string? RevocationLists { get; set; }

    /// <summary>Whether lists are fetched from the address that stands in a trusted issuer's certificate.</summary>
    public bool FetchRevocationLists { get; set; }
}

/// <summary>Outside Development a host without a signing key does not start: it would find out when a leader signs.</summary>
internal sealed class SigningOptionsCheck(IHostEnvironment environment) : IValidateOptions<SigningOptions>
{
    public ValidateOptionsResult Validate(string? name, SigningOptions options)
    {
        if (!DevelopmentKeys.MayBeMade(environment))
        {
            if (string.IsNullOrWhiteSpace(options.CertificatePath))
            {
                return ValidateOptionsResult.Fail($"{SigningOptions.Section}:CertificatePath is not set: name the PKCS#12 file with the agency's signing key.");
            }

            foreach (var (setting, path) in new[] { (nameof(options.CertificatePath), options.CertificatePath), (nameof(options.SealCertificatePath), options.SealCertificatePath) })
            {
                if (path is { Length: > 0 } && !File.Exists(Path.GetFullPath(path, environment.ContentRootPath)))
                {
                    return ValidateOptionsResult.Fail($"{SigningOptions.Section}:{setting} names {path}, which is not there.");
                }
            }
        }

        if (options.TimestampUrl is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
        {
            return ValidateOptionsResult.Fail($"{SigningOptions.Section}:TimestampUrl is {url}: give the full http or https address of the time-stamp service.");
        }

        foreach (var (setting, folder) in new[] { (nameof(options.TrustedIssuers), options.TrustedIssuers), (nameof(options.RevocationLists), options.RevocationLists) })
        {
            if (folder is { Length: > 0 } && !Directory.Exists(Path.GetFullPath(folder, environment.ContentRootPath)))
            {
                return ValidateOptionsResult.Fail($"{SigningOptions.Section}:{setting} names {folder}, which is not there.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
