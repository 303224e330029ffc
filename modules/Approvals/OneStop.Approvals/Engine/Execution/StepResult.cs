using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

internal enum Refusal
{
    None,

    /// <summary>The command has been applied before: nothing to do, not an error.</summary>
    AlreadyApplied,
    AlreadyStarted,
    NotStarted,
    InstanceEnded,

    /// <summary>The task, wait, job or timer is no longer there, as a rule because a colleague was quicker.</summary>
    Gone,
    UnknownAction,

    /// <summary>The step to go back to has not been passed, or does not lead here.</summary>
    NotAnEarlierStep,
    NothingWaits,

    /// <summary>The process has no such event to start with.</summary>
    UnknownTrigger,

    /// <summary>The element decides or does something that nothing can stand for.</summary>
    NotSkippable,

    /// <summary>A token there would leave a join waiting for ever, or pass over what only its own step may do.</summary>
    NotATarget,
}

/// <summary>What one command did. When refused, the state is the one that came in and the lists are empty.</summary>
internal sealed record StepResult(
    InstanceState State,
    IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<EngineJob> Jobs,
    IReadOnlyList<EngineMessage> Messages,
    Refusal Refusal = Refusal.None)
{
    public static StepResult Refused(InstanceState state, Refusal refusal) => new(state, [], [], [], refusal);
}

internal enum HistoryKind
{
    Started,
    Entered,
    Left,
    Completed,
    SentBack,
    Suspended,
    Resumed,
    Received,
    TimerFired,
    Withdrawn,
    Incident,
    Retried,
    Remarked,
    Ended,
    Terminated,

    /// <summary>A token rests at a joining gateway.</summary>
    Arrived,

    /// <summary>A resting token has been used up by its gateway.</summary>
    Joined,

    /// <summary>An event has taken a token away from its activity.</summary>
    Interrupted,

    /// <summary>An event was caught at a boundary, by an event sub-process or behind an event gateway.</summary>
    Caught,
    Thrown,
    Compensating,

    /// <summary>An operator has passed over the element.</summary>
    Skipped,

    /// <summary>An operator has taken the token elsewhere.</summary>
    Moved,

    /// <summary>The instance goes on with another version of its process.</summary>
    Migrated,
}

/// <summary>One line of the append-only history; <paramref name="Flow"/> is the way taken into the node.</summary>
internal sealed record HistoryEntry(
    int Number,
    DateTimeOffset At,
    HistoryKind Kind,
    string Node,
    int Token,
    string? Flow = null,
    string? Action = null,
    string? Actor = null,
    string? Note = null);

/// <summary>Work the shell must do later.</summary>
internal abstract record EngineJob;

internal sealed record RunService(int Token, string Node, string Service) : EngineJob;

/// <summary>Exactly one of <paramref name="After"/> and <paramref name="At"/> is set. A repetition counts from the moment the last one was due.</summary>
internal sealed record StartTimer(int Timer, int Token, string Node, TimeSpan? After, DateTimeOffset? At, bool WorkingTime) : EngineJob;

internal sealed record CancelTimer(int Timer) : EngineJob;

/// <summary>What others must be told.</summary>
internal abstract record EngineMessage;

/// <summary>A user task or a wait has been entered (or entered again after a suspension).</summary>
internal sealed record StepOpened(int Token, FlowNode Step) : EngineMessage;

internal enum ClosedBy
{
    Completed,
    SentBack,
    Received,
    Timer,
    Withdrawn,
}

internal sealed record StepClosed(int Token, FlowNode Step, ClosedBy By, string? Action) : EngineMessage;

internal sealed record StepSuspended(int Token, string Node) : EngineMessage;

internal sealed record StepResumed(int Token, string Node) : EngineMessage;

internal sealed record IncidentRaised(int Token, string Node, string Code, string Detail) : EngineMessage;

internal sealed record IncidentMended(int Token, string Node) : EngineMessage;

/// <summary>A message for whoever waits for it, in this instance or another, with the inputs of who throws it.</summary>
internal sealed record MessageThrown(string Message, string Node, ImmutableDictionary<string, object?> Values) : EngineMessage;

/// <summary>A signal for every other instance; the own one has heard it.</summary>
internal sealed record SignalThrown(string Signal, string Node) : EngineMessage;

/// <summary>A line of a script's log.</summary>
internal sealed record Logged(string Text) : EngineMessage;

internal sealed record InstanceEnded(InstanceStatus Status, string Outcome) : EngineMessage;
