using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

internal enum TimerKind
{
    Duration,
    Date,
    Cycle,
}

/// <summary>
/// When a timer is due. <paramref name="Value"/> is used as written (ISO 8601) unless <paramref name="Expression"/> computes it.
/// Working time is counted by the calendar of the unit that does the step, which the engine does not know: it hands the length out.
/// </summary>
internal sealed record TimerSpec(TimerKind Kind, string Value, Expression? Expression, bool WorkingTime);
