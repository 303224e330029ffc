using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

internal enum JobKind
{
    Timer,
    Service,

    /// <summary>Tells the holder of a step and the head that its time is running out.</summary>
    Warning,

    /// <summary>Tells the head that a step has passed its date.</summary>
    Breach,

    /// <summary>Starts a process that begins by a timer; of no instance.</summary>
    Start,
}

/// <summary>A timer that must fire or a service that must run; taken by whichever node claims it first.</summary>
internal sealed class ProcessJob : IClaimable
{
    public Guid Id { get; init; }

    public Guid InstanceId { get; init; }

    /// <summary>The version that a <see cref="JobKind.Start"/> starts, else null.</summary>
    public Guid? ProcessVersionId { get; init; }

    public JobKind Kind { get; init; }

    /// <summary>The engine's timer id, the token of the service task, or how often a start has come due already.</summary>
    public int Number { get; init; }

    public required string Element { get; set; }

    public string? Service { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Timers in office time: how much, from when, by whose calendar and for which token, so that they can be counted again.</summary>
    public int? Minutes { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public Guid? AgencyId { get; init; }

    public int? Token { get; init; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }
}
