using System.Collections.Immutable;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>One event for one instance. Applying the same <paramref name="Id"/> again changes nothing.</summary>
internal sealed record EngineCommand(Guid Id, EngineEvent Event, string? Actor = null, string? Note = null);

internal abstract record EngineEvent
{
    protected static readonly ImmutableDictionary<string, object?> NoVariables = ImmutableDictionary<string, object?>.Empty;
}

/// <summary><paramref name="Trigger"/> is the start event, receive task or catching event that something has happened at; null starts the plain way.</summary>
internal sealed record StartInstance(IReadOnlyDictionary<string, object?> Variables, string? Trigger = null) : EngineEvent
{
    /// <summary>What the message carries that another process has thrown to begin this one.</summary>
    public IReadOnlyDictionary<string, object?> Carried { get; init; } = NoVariables;
}

/// <summary>A user task is done, with the key of the button and the answers of its form; or a wait is recorded by hand.</summary>
internal sealed record CompleteTask(int Token, string Action, IReadOnlyDictionary<string, object?> Variables) : EngineEvent
{
    public CompleteTask(int token, string action)
        : this(token, action, NoVariables)
    {
    }
}

/// <summary>The dossier goes back from a user task to a step it has already passed.</summary>
internal sealed record SendBack(int Token, string ToNode) : EngineEvent;

/// <summary>A user task, or every open one, waits until a <see cref="Resume"/> with the same reason.</summary>
internal sealed record Suspend(int? Token, string Why) : EngineEvent;

/// <summary>Every task suspended for the reason goes on.</summary>
internal sealed record Resume(string Why, IReadOnlyDictionary<string, object?> Variables) : EngineEvent;

/// <summary>Whoever waits for the message goes on. From outside, a name that no output has becomes a variable; what a process has thrown (<paramref name="Thrown"/>) fills outputs alone.</summary>
internal sealed record Deliver(string Message, IReadOnlyDictionary<string, object?> Variables, bool Thrown = false) : EngineEvent;

/// <summary>Everyone who waits for the signal goes on.</summary>
internal sealed record Announce(string Signal, IReadOnlyDictionary<string, object?> Variables) : EngineEvent;

/// <summary>Variables become other values, so conditions may come true.</summary>
internal sealed record SetVariables(IReadOnlyDictionary<string, object?> Variables) : EngineEvent;

internal sealed record FireTimer(int Timer) : EngineEvent;

internal sealed record ServiceDone(int Token, IReadOnlyDictionary<string, object?> Variables) : EngineEvent;

internal sealed record ServiceFailed(int Token, string Code, string Detail) : EngineEvent;

/// <summary>An operator has mended what stopped a token, perhaps by correcting variables.</summary>
internal sealed record Retry(int Token, IReadOnlyDictionary<string, object?> Variables) : EngineEvent;

/// <summary>An operator passes over the element that a token stands at: it counts as done and gives nothing out.</summary>
internal sealed record Skip(int Token) : EngineEvent;

/// <summary>An operator takes a token to another element of its scope.</summary>
internal sealed record Move(int Token, string ToNode) : EngineEvent;

/// <summary>Something people did with a task that moves no token: handed to another unit, given to somebody else. It belongs into the history.</summary>
internal sealed record Remark(int Token, string Action) : EngineEvent;

internal sealed record Terminate(string Outcome) : EngineEvent;
