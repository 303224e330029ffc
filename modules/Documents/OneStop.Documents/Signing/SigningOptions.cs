using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OneStop.Documents.Signing;

/// <summary>Section Documents:Signing.</summary>
internal sealed class SigningOptions
{
    public const string Section = "Documents:Signing";

    /// <summary>PKCS#12 file with the key of the agency, relative to the content root. In Development it is made at first use when it is missing.</summary>
    public string? CertificatePath { get; set; }

    public string? Password { get; set; }
}

/// <summary>Outside Development a host without a signing key does not start: it would find out when a leader signs.</summary>
internal sealed class SigningOptionsCheck(IHostEnvironment environment) : IValidateOptions<SigningOptions>
{
    public ValidateOptionsResult Validate(string? name, SigningOptions options)
    {
        if (SigningCertificate.MayMakeItsOwn(environment))
        {
            return ValidateOptionsResult.Success;
        }

        if (string.IsNullOrWhiteSpace(options.CertificatePath))
        {
            return ValidateOptionsResult.Fail($"{SigningOptions.Section}:CertificatePath is not set: name the PKCS#12 file with the agency's signing key.");
        }

        return File.Exists(Path.GetFullPath(options.CertificatePath, environment.ContentRootPath))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{SigningOptions.Section}:CertificatePath names {options.CertificatePath}, which is not there.");
    }
}
