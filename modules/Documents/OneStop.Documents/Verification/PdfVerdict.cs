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
/// <param name="WasValid">Whether the certificate was valid when it signed.</param>
/// <param name="IsTrusted">Whether a trusted issuer stands behind the certificate.</param>
/// <param name="Stamp">The time stamp over the signature, when it has one.</param>
/// <param name="Revocation">Whether the certificate, or one behind it, was revoked.</param>
internal sealed record SignatureVerdict(
    bool IsIntact, string? Name, string? Subject, string? Issuer, string? Location, DateTimeOffset? SignedAt, bool WasValid, bool IsTrusted,
    StampVerdict? Stamp, RevocationVerdict Revocation)
{
    /// <summary>A signature that is proven to be older than the revocation still holds; without a stamp its time is only claimed.</summary>
    public bool IsRevoked => Revocation is { State: RevocationState.Revoked } && !(Stamp?.ProvenAt < Revocation.At);
}

/// <summary>A time stamp of an authority (RFC 3161).</summary>
/// <param name="IsIntact">It is over this signature and its own signature holds.</param>
/// <param name="At">When, as the authority says.</param>
/// <param name="Authority">Subject of the authority's certificate.</param>
/// <param name="IsTrusted">A trusted issuer stands behind the authority, and it is not revoked.</param>
internal sealed record StampVerdict(bool IsIntact, DateTimeOffset? At, string? Authority, bool IsTrusted)
{
    /// <summary>The time that is certain.</summary>
    public DateTimeOffset? ProvenAt => IsIntact && IsTrusted ? At : null;
}

internal enum RevocationState
{
    /// <summary>No current list of the issuer is at hand.</summary>
    Unknown,
    Good,
    Revoked,
}

/// <summary>What is known of revocation, and since when.</summary>
internal sealed record RevocationVerdict(RevocationState State, DateTimeOffset? At = null)
{
    public static RevocationVerdict Unknown { get; } = new(RevocationState.Unknown);

    /// <summary>The worse of the two.</summary>
    public RevocationVerdict And(RevocationVerdict other) =>
        State == RevocationState.Revoked && (other.State != RevocationState.Revoked || At <= other.At) ? this
        : other.State == RevocationState.Revoked ? other
        : State == RevocationState.Unknown ? this : other;
}
