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
internal sealed record TimerSpec(TimerKind Kind, string Value, Expression? Expression, bool WorkingTime)
{
    /// <summary>Null when the value is no time of this kind.</summary>
    public TimerDue? DueFrom(DateTimeOffset now, IVariables variables)
    {
        var text = Value;
        if (Expression is not null)
        {
            switch (Expression.Evaluate(variables).Value)
            {
                case TimeSpan length:
                    return new TimerDue(length, null, length, Kind == TimerKind.Cycle ? null : 1);
                case DateTimeOffset moment:
                    return new TimerDue(null, moment, null, 1);
                case DateOnly day:
                    return new TimerDue(null, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), null, 1);
                case var other:
                    text = other as string ?? "";
                    break;
            }
        }

        switch (Kind)
        {
            case TimerKind.Duration:
                return IsoTime.ParseDuration(text) is { } after ? new TimerDue(after, null, null, 1) : null;
            case TimerKind.Date:
                return IsoTime.ParseDate(text) is { } at ? new TimerDue(null, at, null, 1) : null;
            default:
                if (IsoTime.ParseCycle(text) is not { } cycle)
                    return null;
                return cycle.From is { } from && from > now
                    ? new TimerDue(null, from, cycle.Interval, cycle.Repetitions)
                    : new TimerDue(cycle.Interval, null, cycle.Interval, cycle.Repetitions);
        }
    }
}

/// <summary>Exactly one of <paramref name="After"/> and <paramref name="At"/> is set; <paramref name="Repetitions"/> is null for a cycle without end.</summary>
internal sealed record TimerDue(TimeSpan? After, DateTimeOffset? At, TimeSpan? Interval, int? Repetitions);
