namespace OneStop.Dossiers.Domain;

internal enum PauseGround
{
    Supplement,
    Payment,
}

// Time that the law leaves out of the term. An outage, an internal wait or a missing signer never is.
internal sealed class ClockPause
{
    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public PauseGround Ground { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(DateTimeOffset now) => EndedAt ??= now;
}
