using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

/// <summary>Running instances of one version that are taken to another, as somebody has decided. The deed itself is done one instance at a time.</summary>
internal sealed class MigrationRun
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public Guid FromVersionId { get; init; }

    public Guid ToVersionId { get; init; }

    /// <summary>Elements of the old version and what they become, as JSON.</summary>
    public required string Mapping { get; init; }

    public required string Why { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public Guid? StartedById { get; init; }

    public required string StartedByName { get; init; }
}

internal enum MigrationOutcome
{
    Waiting,
    Done,
    Refused,
}

/// <summary>One instance of a run; taken by whichever node claims it first.</summary>
internal sealed class MigrationItem : IClaimable
{
    public const int LongestDetail = 500;

    public Guid Id { get; init; }

    public Guid RunId { get; init; }

    public Guid InstanceId { get; init; }

    public required string DossierCode { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public MigrationOutcome Outcome { get; private set; }

    /// <summary>Why it was refused, or why it still waits.</summary>
    public string? Code { get; private set; }

    public string? Detail { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void Finish(DateTimeOffset now)
    {
        Outcome = MigrationOutcome.Done;
        (Code, Detail, EndedAt, DueAt) = (null, null, now, null);
    }

    public void Refuse(string code, string? detail, DateTimeOffset now)
    {
        Outcome = MigrationOutcome.Refused;
        (Code, Detail, EndedAt, DueAt) = (code, detail, now, null);
    }

    public void Postpone(string code, string? detail, DateTimeOffset until)
    {
        Attempts++;
        (Code, Detail, DueAt, LeasedUntil) = (code, detail, until, null);
    }
}
