using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

/// <summary>A simulation that somebody has asked for. Holds figures alone: nothing in it tells one dossier from another.</summary>
internal sealed class SimulationRun : IClaimable
{
    public Guid Id { get; init; }

    /// <summary>Key of the process.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>What is tried: a draft, or a published version.</summary>
    public Guid? DraftId { get; init; }

    public Guid? VersionId { get; init; }

    /// <summary>The version it is laid beside: the one in force when it was asked for.</summary>
    public Guid? BesideId { get; init; }

    public Guid? AskedById { get; init; }

    public required string AskedByName { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>What was asked for, as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>Part done, in thousandths.</summary>
    public int Progress { get; set; }

    /// <summary>The report as JSON, once it is done.</summary>
    public string? Report { get; set; }

    /// <summary>Why there is no report.</summary>
    public string? ErrorCode { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }
}
