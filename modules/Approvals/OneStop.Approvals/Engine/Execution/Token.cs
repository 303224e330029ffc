using System.Collections.Immutable;

namespace OneStop.Approvals.Engine.Execution;

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

    /// <summary>At a joining gateway, arrived by <see cref="Token.Flow"/>.</summary>
    Join,

    /// <summary>A user task that waits for what <see cref="Token.Why"/> names; its clock does not run.</summary>
    Suspended,

    /// <summary>Stopped by an incident inside the node until an operator mends it; then the node is entered again.</summary>
    Incident,

    /// <summary>The node is done but no flow out of it could be taken; once mended, only the leaving is tried again.</summary>
    Stuck,

    /// <summary>At an activity whose inside has tokens of its own: a sub-process, a called process, a loop.</summary>
    Open,

    /// <summary>At a catching event that waits for something else than one message or one timer.</summary>
    Event,

    /// <summary>At an event gateway: the first of its events wins.</summary>
    Race,

    /// <summary>In a script that sleeps; <see cref="Token.Line"/> comes next.</summary>
    Script,

    /// <summary>Waits until what it has called for is undone.</summary>
    Compensating,

    /// <summary>One instance of a loop that has not begun yet.</summary>
    Queued,
}

/// <summary>One place where the instance stands. The id is never used twice, so it also names the task, job or wait; <paramref name="Why"/> says what a suspended one waits for.</summary>
internal sealed record Token(int Id, string Node, string? Flow, TokenState State, DateTimeOffset Since, string? Why = null)
{
    /// <summary>The scope it is in; 0 is the instance itself.</summary>
    public int Scope { get; init; }

    /// <summary>One instance of a loop: the loop's token carries boundaries and the way out, this one only the work.</summary>
    public bool Inner { get; init; }

    /// <summary>The compensation it is part of, if it undoes something.</summary>
    public int Run { get; init; }

    public int Line { get; init; }

    /// <summary>Inputs, properties and loop variables that only this activity sees.</summary>
    public ImmutableDictionary<string, object?>? Locals { get; init; }
}

/// <summary>
/// A timer the shell has been asked to keep, for a token or (when <paramref name="OfScope"/>) for an event sub-process of a scope.
/// <paramref name="Node"/> is the event, <paramref name="Left"/> the repetitions to come.
/// </summary>
internal sealed record ArmedTimer(int Id, int Token, string Node, int? Left, bool OfScope = false)
{
    /// <summary>Of a rhythm of months: what its dates are counted from, and how many of them have been set.</summary>
    public DateTimeOffset? From { get; init; }

    public int Times { get; init; }
}
