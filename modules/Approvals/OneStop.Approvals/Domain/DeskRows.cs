using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

/// <summary>A remark among the staff on one task or on its whole dossier. Applicants never see it; it is not part of the decision.</summary>
internal sealed class TaskNote
{
    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public Guid DossierId { get; init; }

    /// <summary>Shown on every task of the dossier, not on this one alone.</summary>
    public bool OnDossier { get; init; }

    public Guid AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required string StepName { get; init; }

    /// <summary>Encrypted: people write names into it.</summary>
    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Who has opened a task, when first and when last.</summary>
internal sealed class TaskReading
{
    public Guid TaskId { get; init; }

    public Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; set; }

    public int Times { get; set; }
}

/// <summary>One person's wish to see a task again on a day.</summary>
internal sealed class FollowUp : IClaimable
{
    public Guid Id { get; init; }

    public Guid TaskId { get; init; }

    public Guid AccountId { get; init; }

    public DateOnly Day { get; set; }

    /// <summary>Encrypted: people write names into it.</summary>
    public string? Note { get; set; }

    /// <summary>Start of the day's office hours; null once the person has been told.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? ReachedAt { get; set; }
}

/// <summary>A view of the inbox that its owner has named.</summary>
internal sealed class SavedFilter
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>The query of the inbox's address, without its question mark; empty for the plain list.</summary>
    public required string Query { get; set; }

    public bool IsDefault { get; set; }
}
