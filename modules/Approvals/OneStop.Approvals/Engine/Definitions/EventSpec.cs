using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

internal enum EventKind
{
    Message,
    Timer,
    Signal,
    Error,
    Escalation,
    Conditional,
    Link,
    Terminate,
    Cancel,
    Compensation,
}

/// <summary>
/// One event definition. <paramref name="Name"/> is the message or signal name, the error or escalation code (null catches every code), or the link's name.
/// </summary>
internal sealed record EventSpec(EventKind Kind, string? Name = null)
{
    public TimerSpec? Timer { get; init; }

    public Expression? Condition { get; init; }

    /// <summary>The activity a thrown compensation is for; null for all of the scope.</summary>
    public string? Activity { get; init; }

    /// <summary>A thrown compensation waits until it is done.</summary>
    public bool Waits { get; init; } = true;
}
