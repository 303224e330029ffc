using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

internal enum BulkKind
{
    Claim,
    Release,
    Delegate,
    Reassign,

    /// <summary>Steps that put nobody's signature or seal on a paper.</summary>
    Complete,

    /// <summary>Steps that do: asked for by name, for a list that was confirmed.</summary>
    Sign,
}

internal enum BulkState
{
    /// <summary>Nothing is done yet; it can be undone as if it had never been.</summary>
    Waiting,
    Running,
    Done,
    Undone,
}

/// <summary>
/// One deed wished for many tasks. It is kept first and done a little later, so that undoing is not doing at all: what has gone on to the next
/// step cannot be fetched back from whoever has it then.
/// </summary>
internal sealed class BulkDeed : IClaimable, IVersioned
{
    public const int MostTasks = 500;

    public static readonly TimeSpan TimeToUndo = TimeSpan.FromSeconds(10);

    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public BulkKind Kind { get; init; }

    /// <summary>Whom the tasks are given to.</summary>
    public Guid? ColleagueId { get; init; }

    public string? ColleagueName { get; init; }

    public bool MayFinish { get; init; }

    public string? Reason { get; init; }

    /// <summary>Key and words of the button: a step where the same key says something else is left alone.</summary>
    public string? Action { get; init; }

    public string? ActionLabel { get; init; }

    public BulkState State { get; set; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>One task of a bulk deed and what came of it.</summary>
internal sealed class BulkItem
{
    public Guid DeedId { get; init; }

    public Guid TaskId { get; init; }

    public int Number { get; init; }

    public required string DossierCode { get; init; }

    public required string StepName { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public bool Failed { get; set; }

    /// <summary>Code of the error and the values of its text, as JSON: said in the language of whoever reads it.</summary>
    public string? ErrorCode { get; set; }

    public string? ErrorArgs { get; set; }
}
