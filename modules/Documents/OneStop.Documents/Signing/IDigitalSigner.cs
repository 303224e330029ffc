namespace OneStop.Documents.Signing;

/// <summary>The outside world that signs: a PKCS#12 file, a hardware module, a remote signing service.</summary>
internal interface IDigitalSigner
{
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> pdf, SignatureRequest request, CancellationToken cancellationToken);
}

/// <param name="SignerName">The person or the agency, as the visible mark shows it.</param>
/// <param name="SignedAt">When the signature was asked for.</param>
/// <param name="Location">Place of issue.</param>
internal sealed record SignatureRequest(string SignerName, DateTimeOffset SignedAt, string Location);
