using System.Collections.Immutable;

namespace OneStop.Approvals.Engine.Execution;

internal enum InstanceStatus
{
    New,
    Running,
    Completed,
    Terminated,
}

internal enum TokenState
{
    /// <summary>At a user task.</summary>
    Task,

    /// <summary>At a receive task or catching message event.</summary>
    Message,

    /// <summary>At a service task whose job has been handed out.</summary>
    Service,

    /// <summary>At an intermediate timer.</summary>
    Timer,

    /// <summary>At a parallel join, arrived by <see cref="Token.Flow"/>.</summary>
    Join,

    /// <summary>A user task that waits for what <see cref="Token.Why"/> names; its clock does not run.</summary>
    Suspended,

    /// <summary>Stopped by an incident inside the node until an operator mends it; then the node is entered again.</summary>
    Incident,

    /// <summary>The node is done but no flow out of it could be taken; once mended, only the leaving is tried again.</summary>
    Stuck,
}

/// <summary>One place where the instance stands. The id is never used twice, so it also names the task, job or wait; <paramref name="Why"/> says what a suspended one waits for.</summary>
internal sealed record Token(int Id, string Node, string? Flow, TokenState State, DateTimeOffset Since, string? Why = null);

/// <summary>A timer the shell has been asked to keep. <paramref name="Node"/> is the boundary or catching event, <paramref name="Left"/> the repetitions to come.</summary>
internal sealed record ArmedTimer(int Id, int Token, string Node, int? Left);

/// <summary>
/// Everything the engine knows about one instance; a value, replaced as a whole by each step.
/// <see cref="Applied"/> holds the commands already applied; a shell that keeps them in a table may load only the one it is about to apply.
/// </summary>
internal sealed record InstanceState
{
    public static readonly InstanceState Empty = new();

    public InstanceStatus Status { get; init; } = InstanceStatus.New;

    public int LastId { get; init; }

    public int LastHistory { get; init; }

    public string? Outcome { get; init; }

    public ImmutableArray<Token> Tokens { get; init; } = [];

    public ImmutableArray<ArmedTimer> Timers { get; init; } = [];

    public ImmutableDictionary<string, object?> Variables { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>User tasks that were completed at least once, in order: the steps a dossier can be sent back to.</summary>
    public ImmutableArray<string> Visited { get; init; } = [];

    public ImmutableHashSet<Guid> Applied { get; init; } = [];

    public bool IsEnded => Status is InstanceStatus.Completed or InstanceStatus.Terminated;

    public Token? Find(int token)
    {
        foreach (var candidate in Tokens)
        {
            if (candidate.Id == token)
                return candidate;
        }

        return null;
    }
}
