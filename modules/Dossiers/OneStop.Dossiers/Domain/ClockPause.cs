using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// Time that the law leaves out of the term. An outage, an internal wait or a missing signer never is.
internal sealed class ClockPause
{
    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public ClockGround Ground { get; init; }
    // Decree or article, and the paper that says so; what is left out of a term without either is not left out.
    public string? LegalGround { get; init; }
    public string? Document { get; init; }
    // The most the law leaves out, for third parties.
    public decimal? LimitAmount { get; init; }
    public TermUnit? LimitUnit { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(DateTimeOffset now) => EndedAt ??= now;

    internal Term? Limit => LimitAmount is { } amount && LimitUnit is { } unit ? new Term(amount, unit) : null;
}
