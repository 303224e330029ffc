using OneStop.Kernel.Results;

namespace OneStop.Documents.Contracts;

/// <summary>Signs a PDF: the person first, then the seal of the agency, each as a PAdES signature over everything before it,
/// with the time stamp of an authority where one is configured.</summary>
public interface IDocumentSigner
{
    /// <summary>The PDF with its signatures; what it says is unchanged. Fails with a code of <see cref="SigningErrors"/> when a key cannot be used.</summary>
    Task<Result<byte[]>> SignAsync(byte[] pdf, SignatureDetails details, CancellationToken cancellationToken);

    /// <summary>Whether the keys could sign now: to be asked before a signer is told that it is done.</summary>
    Task<Result<Done>> CheckAsync(SignatureDetails details, CancellationToken cancellationToken);
}

/// <summary>What a signature says.</summary>
/// <param name="SignerName">Person who signs.</param>
/// <param name="SignerTitle">Title.</param>
/// <param name="AgencyName">Agency whose seal it carries.</param>
/// <param name="Reason">Why, for example the form's title.</param>
/// <param name="SignedAt">When, UTC.</param>
public sealed record SignatureDetails(string SignerName, string SignerTitle, string AgencyName, string Reason, DateTimeOffset SignedAt);
