using OneStop.Documents.Contracts;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Tests.Desk;

// The product's keys, until they are told to fail: as a token that is pulled out does.
internal sealed class FailingKeys : ISigningKeys
{
    private ISigningKeys? real;

    public bool Fail { get; set; }

    public FailingKeys Over(ISigningKeys keys)
    {
        real = keys;
        return this;
    }

    public ValueTask<Result<SigningKey?>> FindAsync(SigningPart part, SignatureDetails details, CancellationToken cancellationToken) =>
        Fail ? ValueTask.FromResult<Result<SigningKey?>>(Error.Unavailable(SigningErrors.KeyUnusable, details.SignerName)) : real!.FindAsync(part, details, cancellationToken);
}
