using OneStop.Kernel.Results;

namespace OneStop.Documents.Contracts;

/// <summary>A private key with its certificates.</summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>Certificates in DER, that of the key first, then its issuers as far as known.</summary>
    public abstract IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>Signs a SHA-256 digest: PKCS#1 v1.5 with an RSA key, a DER sequence of r and s with an elliptic one.</summary>
    public abstract ValueTask<Result<ReadOnlyMemory<byte>>> SignDigestAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the key go.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
