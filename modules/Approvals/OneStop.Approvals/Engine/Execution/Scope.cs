using System.Collections.Immutable;

namespace OneStop.Approvals.Engine.Execution;

internal enum ScopeKind
{
    /// <summary>The instance itself; it has no record of its own in the state.</summary>
    Root,
    SubProcess,
    EventSubProcess,
    Call,
    Loop,

    /// <summary>A completed sub-process opened again with the data it had, to be undone.</summary>
    Reopened,
}

/// <summary>The inside of an activity that is being done.</summary>
internal sealed record Scope(int Id, int Parent, ScopeKind Kind, string Node)
{
    /// <summary>The token of the activity; 0 for an event sub-process.</summary>
    public int Host { get; init; }

    /// <summary>The called process.</summary>
    public string? Process { get; init; }

    /// <summary>An interrupting event sub-process has taken over: no other one starts.</summary>
    public bool Taken { get; init; }

    /// <summary>The compensation it is part of.</summary>
    public int Run { get; init; }

    public LoopState? Loop { get; init; }

    /// <summary>Of an ad-hoc sub-process: how many of its activities have been started in this round.</summary>
    public int Round { get; init; }

    public ImmutableDictionary<string, object?> Variables { get; init; } = ImmutableDictionary<string, object?>.Empty;
}

internal sealed record LoopState(int Total, int Started, int Completed, int Terminated)
{
    public ImmutableArray<object?> Items { get; init; } = [];

    public ImmutableArray<object?> Results { get; init; } = [];
}

/// <summary>A completed activity that can still be undone. <paramref name="Inside"/> is the closed scope of a sub-process, whose own entries remain.</summary>
internal sealed record Compensable(int Id, int Scope, string Node, int Inside = 0)
{
    public ImmutableDictionary<string, object?>? Variables { get; init; }
}

/// <summary>What is left to undo, latest first, and who waits for it: a throwing token, an outer run, or a cancelled transaction's scope.</summary>
internal sealed record CompensationRun(int Id, int Token, int Outer, int Cancelled, int Reopened)
{
    public ImmutableArray<int> Left { get; init; } = [];
}

/// <summary>Remembers that a condition already held, or which of several required events have happened.</summary>
internal sealed record Latch(int Owner, bool OfScope, string Node, int Seen);

/// <summary>A complex gateway that has let its tokens on and waits for the flows that are still to come.</summary>
internal sealed record OpenGate(int Scope, string Node, ImmutableArray<string> Done);
