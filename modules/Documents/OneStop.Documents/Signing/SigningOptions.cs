namespace OneStop.Documents.Signing;

/// <summary>Section Documents:Signing.</summary>
internal sealed class SigningOptions
{
    public const string Section = "Documents:Signing";

    /// <summary>PKCS#12 file with the key of the agency. In Development it is made at first use when it is missing.</summary>
    public string? CertificatePath { get; set; }

    public string? Password { get; set; }
}
