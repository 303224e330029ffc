using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// Time that the law leaves out of the term. An outage, an internal wait or a missing signer never is.
internal sealed class ClockPause
{
    public const int PartyLength = 200;
    public const int DocumentLength = 300;

    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public ClockGround Ground { get; init; }
    // The third party whose time it is; null when the citizen is waited for.
    public string? Party { get; init; }
    // Decree or article, and the paper that says so; what is left out of a term without either is not left out.
    public string? LegalGround { get; init; }
    public string? Document { get; init; }
    // The most the law leaves out, for third parties, and when that is used up.
    public decimal? LimitAmount { get; init; }
    public TermUnit? LimitUnit { get; init; }
    public DateTimeOffset? EndsAt { get; internal set; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(DateTimeOffset at) => EndedAt ??= at;

    internal Term? Limit => LimitAmount is { } amount && LimitUnit is { } unit ? new Term(amount, unit) : null;
}
