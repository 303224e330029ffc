namespace OneStop.Documents.Contracts;

/// <summary>Puts a digital signature on a PDF; the key may be a file, a token, an HSM or a remote service.</summary>
public interface IDocumentSigner
{
    /// <summary>The PDF with the signature; the rest is unchanged.</summary>
    Task<byte[]> SignAsync(byte[] pdf, SignatureDetails details, CancellationToken cancellationToken);
}

/// <summary>What a signature says.</summary>
/// <param name="SignerName">Person who signs.</param>
/// <param name="SignerTitle">Title.</param>
/// <param name="AgencyName">Agency whose seal it carries.</param>
/// <param name="Reason">Why, for example the form's title.</param>
/// <param name="SignedAt">When, UTC.</param>
public sealed record SignatureDetails(string SignerName, string SignerTitle, string AgencyName, string Reason, DateTimeOffset SignedAt);
