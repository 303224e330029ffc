using System.Collections.Immutable;

namespace OneStop.Approvals.Engine.Execution;

internal enum InstanceStatus
{
    New,
    Running,
    Completed,
    Terminated,
}

/// <summary>A message on its way, and what it carries.</summary>
internal sealed record Mail(string Message, ImmutableDictionary<string, object?> Values);

/// <summary>
/// Everything the engine knows about one instance, the processes it calls included; a value, replaced as a whole by each step.
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

    public ImmutableArray<Scope> Scopes { get; init; } = [];

    public ImmutableArray<Compensable> Compensables { get; init; } = [];

    public ImmutableArray<CompensationRun> Runs { get; init; } = [];

    public ImmutableArray<Latch> Latches { get; init; } = [];

    public ImmutableArray<OpenGate> Gates { get; init; } = [];

    /// <summary>Messages thrown in this instance that nobody has waited for yet; kept by the shell.</summary>
    public ImmutableArray<Mail> Mail { get; init; } = [];

    /// <summary>An interrupting event sub-process of the process itself has taken over.</summary>
    public bool Taken { get; init; }

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
