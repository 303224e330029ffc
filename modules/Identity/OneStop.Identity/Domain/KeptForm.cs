namespace OneStop.Identity.Domain;

// What somebody had typed into a page when their session was found to have ended. Found and read only with the secret their browser holds.
internal sealed class KeptForm
{
    public const int PathLength = 300;

    public Guid Id { get; init; }
    public required string SecretHash { get; init; }
    public required string Path { get; init; }
    public required string SealedFields { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}
