using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Kernel.Time.Clocks;

/// <summary>The legal clock: from a calendar, a rule and a dated list of events to the due date and its explanation. No I/O, no clock of its own.</summary>
public static class LegalClock
{
    /// <summary>Reads the clock.</summary>
    /// <param name="calendar">Working time of the agency that solves.</param>
    /// <param name="plan">The rule.</param>
    /// <param name="events">What happened, oldest first; the first is the receipt.</param>
    /// <param name="asOf">The moment of reading: time left out beyond its limit ends by itself.</param>
    public static Result<ClockReading> Read(WorkingCalendar calendar, ClockPlan plan, IReadOnlyList<ClockEvent> events, DateTimeOffset asOf)
    {
        if (events.Count == 0 || events[0] is not Received received || events.Zip(events.Skip(1)).Any(pair => pair.Second.At < pair.First.At))
            return Error.Invalid(ClockErrors.EventsUnsound);

        var counted = calendar.CountedFrom(received.At, plan.CutOff);
        if (counted.IsFailure)
            return counted.AsFailure<ClockReading>();
        if (plan.Term is not { } term)
        {
            return new ClockReading(
                counted.Value, null, null, null, null, null, null, null, [],
                [new ExplanationLine(LineKind.Received) { At = received.At }, new ExplanationLine(LineKind.NoReturnDate)]);
        }

        var end = calendar.EndOf(term, received.At, plan.CutOff);
        if (end.IsFailure)
            return end.AsFailure<ClockReading>();

        var run = new ClockRun(calendar, plan, term, end.Value);
        run.Lines.AddRange(FirstLines.Of(calendar, plan, term, received.At, end.Value));
        foreach (var next in events.Skip(1))
        {
            if (run.Apply(next) is { } refused)
                return refused;
        }

        if (run.EndByLimit(asOf) is { } problem)
            return problem;
        return run.Reading();
    }

    /// <summary>Only the due date of a receipt: what a list or a preview needs, without lines.</summary>
    public static Result<TermEnd> FirstDue(WorkingCalendar calendar, ClockPlan plan, DateTimeOffset received) =>
        plan.Term is { } term ? calendar.EndOf(term, received, plan.CutOff) : Error.RuleBroken(CalendarErrors.UnsoundTerm);

    /// <summary>Whether time may be left out on this ground: it must be one the law knows, with its article and its paper.</summary>
    public static Result<Done> CheckInterval(ClockGround ground, string? legalGround, string? document)
    {
        if (!ClockGrounds.LeavesTimeOut(ground))
            return Error.RuleBroken(ClockErrors.GroundRefused);
        if (string.IsNullOrWhiteSpace(legalGround))
            return Error.Invalid(ClockErrors.LegalGroundMissing, "LegalGround");
        return string.IsNullOrWhiteSpace(document) ? Error.Invalid(ClockErrors.DocumentMissing, "Document") : Done.Value;
    }

    /// <summary>Whether an apology may move the appointment: to a later moment, and not more often than the rule set allows.</summary>
    public static Result<Done> CheckReappointment(DateTimeOffset? due, DateTimeOffset to, int before, int limit)
    {
        if (before >= limit)
            return Error.RuleBroken(ClockErrors.TooManyReappointments, limit);
        return due >= to ? Error.Invalid(ClockErrors.NotLater, "DueAt") : Done.Value;
    }

    /// <summary>
    /// The last day on which a supplement may still come: day one is the day after the request, a last day off moves to the next working day,
    /// and the day ends at 24:00 (Bộ luật Dân sự 2015 art. 147.2, 148.5, 148.6).
    /// </summary>
    public static Result<DateOnly> LastDayToAnswer(WorkingCalendar calendar, Term stopAfter, DateTimeOffset askedAt)
    {
        var asked = askedAt.VietnamDate();
        switch (stopAfter)
        {
            case { Amount: < 1 or > 1_000 }:
                return Error.Invalid(CalendarErrors.UnsoundTerm, null, stopAfter.Amount);
            case { Unit: TermUnit.WorkingHours }:
                return calendar.EndOf(stopAfter, askedAt).Map(end => end.Due.VietnamDate());
            case { Unit: TermUnit.WorkingDays }:
                DateOnly? day = asked;
                for (var left = Math.Ceiling(stopAfter.Amount); left > 0 && day is { } from; left--)
                    day = calendar.WorkingDayFrom(from.AddDays(1));
                return Planned(calendar, day);
            default:
                return Planned(calendar, calendar.WorkingDayFrom(stopAfter.Unit == TermUnit.Months ? asked.AddMonths((int)stopAfter.Amount) : asked.AddDays((int)stopAfter.Amount)));
        }
    }

    /// <summary>Whether the last day is over.</summary>
    public static bool HasStopped(DateOnly lastDay, DateTimeOffset now) => now.VietnamDate() > lastDay;

    private static Result<DateOnly> Planned(WorkingCalendar calendar, DateOnly? day) =>
        day is { } found ? found : Error.RuleBroken(CalendarErrors.NotPlanned, calendar.CoveredThrough);
}
