using OneStop.Kernel.Results;

namespace OneStop.Documents.Contracts;

/// <summary>
/// The one port to private keys: a PKCS#12 file here, elsewhere a token, an HSM or a remote signing service. Only digests go through it,
/// so a key never leaves where it lives.
/// </summary>
public interface ISigningKeys
{
    /// <summary>The key for a part of a signature; null when that part has none (an agency without a seal key signs once).</summary>
    ValueTask<Result<SigningKey?>> FindAsync(SigningPart part, SignatureDetails details, CancellationToken cancellationToken);
}

/// <summary>Whose signature.</summary>
public enum SigningPart
{
    /// <summary>The person who signs.</summary>
    Signer,

    /// <summary>The seal of the agency, over the person's signature.</summary>
    Seal,
}
