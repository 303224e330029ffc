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
                    return In(new CalendarSpan(0, length), now, Kind == TimerKind.Cycle ? null : 1);
                case MonthSpan { Months: > 0 } months:
                    return In(new CalendarSpan(months.Months, TimeSpan.Zero), now, Kind == TimerKind.Cycle ? null : 1);
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
                return IsoTime.ParseSpan(text) is { } after ? In(after, now, 1) : null;
            case TimerKind.Date:
                return IsoTime.ParseDate(text) is { } at ? new TimerDue(null, at, null, 1) : null;
            default:
                if (IsoTime.ParseCycle(text) is not { } cycle)
                    return null;
                return cycle.From is { } from && from > now
                    ? new TimerDue(null, from, cycle.Interval, cycle.Repetitions) { From = from }
                    : In(cycle.Interval, now, cycle.Repetitions);
        }
    }

    /// <summary>Office hours make no months: such a timer is none.</summary>
    public TimerDue? In(CalendarSpan span, DateTimeOffset now, int? repetitions)
    {
        if (span.IsLong)
            return WorkingTime ? null : new TimerDue(null, span.AfterFrom(now), span, repetitions) { From = now, Times = 1 };
        return new TimerDue(span.Time, null, span, repetitions);
    }
}

/// <summary>Exactly one of <paramref name="After"/> and <paramref name="At"/> is set; <paramref name="Repetitions"/> is null for a cycle without end.</summary>
internal sealed record TimerDue(TimeSpan? After, DateTimeOffset? At, CalendarSpan? Interval, int? Repetitions)
{
    /// <summary>What a rhythm of months is counted from, and how many of them after it this one is.</summary>
    public DateTimeOffset? From { get; init; }

    public int Times { get; init; }
}
