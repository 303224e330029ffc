namespace OneStop.Documents.Verification;

internal enum PdfKind
{
    NotPdf,
    Encrypted,
    Unsigned,
    Signed,
}

/// <summary>What the verifier found in a file.</summary>
/// <param name="Kind">What sort of file it is.</param>
/// <param name="Signatures">One for each signature, in the order of the file.</param>
/// <param name="AddedLater">Whether bytes follow that no signature covers.</param>
internal sealed record PdfVerdict(PdfKind Kind, IReadOnlyList<SignatureVerdict> Signatures, bool AddedLater)
{
    public static PdfVerdict Only(PdfKind kind) => new(kind, [], AddedLater: false);

    /// <summary>Every signature holds and covers what came before it, and nothing came after the last.</summary>
    public bool IsIntact => Kind == PdfKind.Signed && !AddedLater && Signatures.All(signature => signature.IsIntact);
}

/// <summary>One signature.</summary>
/// <param name="IsIntact">The bytes it covers are those that were signed, and the key of the certificate signed them.</param>
/// <param name="Name">Who signs, as the signature says; else the certificate's subject.</param>
/// <param name="Subject">Subject of the certificate; null when it cannot be read.</param>
/// <param name="Issuer">Issuer of the certificate.</param>
/// <param name="Location">Agency, as the signature says.</param>
/// <param name="SignedAt">When, as the signature says.</param>
/// <param name="WasValid">Whether the certificate was valid at that time.</param>
/// <param name="IsTrusted">Whether a trusted issuer stands behind the certificate.</param>
internal sealed record SignatureVerdict(
    bool IsIntact, string? Name, string? Subject, string? Issuer, string? Location, DateTimeOffset? SignedAt, bool WasValid, bool IsTrusted);
