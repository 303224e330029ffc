using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Signing;

/// <summary>Gets a time-stamp token over a signature value.</summary>
internal delegate Task<Result<byte[]>> SignatureStamp(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken);

/// <summary>Asks the configured authority to certify when a signature existed (RFC 3161). Without an address there is no stamp.</summary>
internal sealed class TimestampService(IHttpClientFactory http, IOptions<SigningOptions> options, ILogger<TimestampService> logger)
{
    public const string Client = "OneStop.Documents.Timestamp";
    public const int LongestAnswer = 64 * 1024;
    private const int NonceBytes = 16;

    public SignatureStamp? Stamp => options.Value.TimestampUrl is { Length: > 0 } ? StampAsync : null;

    private async Task<Result<byte[]>> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Value.TimestampUrl!);
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromData(
                signature.Span, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceBytes), requestSignerCertificates: true);
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var client = http.CreateClient(Client);
            using var answer = await client.PostAsync(address, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), out _);
            return token.VerifySignatureForData(signature.Span, out _) ? token.AsSignedCms().Encode() : Failed(address, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or CryptographicException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Failed(address, exception);
        }
    }

    private Error Failed(Uri address, Exception? exception)
    {
        logger.LogWarning(exception, "The time-stamp service {Address} gave no usable stamp", address);
        return Error.Unavailable(SigningErrors.TimestampUnavailable, address.Host);
    }
}
