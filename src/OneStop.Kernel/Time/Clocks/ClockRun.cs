using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Kernel.Time.Clocks;

// One reading in progress: the end of the running term, the time left out of it, and what has been told so far.
internal sealed class ClockRun
{
    private readonly WorkingCalendar calendar;
    private readonly ClockPlan plan;
    private readonly TermEnd first;
    private readonly List<IntervalOpened> open = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> leftOut = [];
    private readonly List<DueChange> changes = [];
    private Term term;
    private TermEnd running;
    private Reappointed? moved;
    private TimeSpan given;
    private DateTimeOffset legalDue;
    private DateTimeOffset due;

    public ClockRun(WorkingCalendar calendar, ClockPlan plan, Term term, TermEnd first)
    {
        (this.calendar, this.plan, this.term, this.first, running) = (calendar, plan, term, first, first);
        (legalDue, due) = (first.Due, first.Due);
    }

    public List<ExplanationLine> Lines { get; } = [];

    public Error? Apply(ClockEvent next) => next switch
    {
        IntervalOpened opened => Open(opened),
        IntervalClosed closed when open.Find(o => o.Ground == closed.Ground) is { } opened => Close(opened, closed.At),
        Reappointed reappointed => Move(reappointed),
        _ => Error.Invalid(ClockErrors.EventsUnsound),
    };

    public Error? EndByLimit(DateTimeOffset asOf)
    {
        foreach (var interval in open.ToArray())
        {
            if (LimitOf(interval) is { } limit)
            {
                if (!calendar.EndOf(limit, interval.At).TryGet(out var end))
                    return Error.RuleBroken(CalendarErrors.NotPlanned, calendar.CoveredThrough);
                if (end.Due <= asOf && Close(interval, asOf) is { } problem)
                    return problem;
            }
        }

        return null;
    }

    public ClockReading Reading()
    {
        var paused = open.Count == 0 ? (DateTimeOffset?)null : open.Min(o => o.At);
        Lines.AddRange(open.Select(Waiting));
        return new ClockReading(
            first.CountedFrom, first.Due, legalDue, due, paused, Warning.Begins(calendar, plan, running.CountedFrom, legalDue), DueClasses.LateFrom(term.Unit, legalDue),
            term.Unit, changes, Lines);
    }

    private ExplanationLine Waiting(IntervalOpened interval)
    {
        var limit = LimitOf(interval);
        return new ExplanationLine(LineKind.WaitingSince)
        {
            At = interval.At, Until = limit is not null && calendar.EndOf(limit, interval.At).TryGet(out var end) ? end.Due : null, Amount = limit?.Amount, Unit = limit?.Unit,
            Ground = interval.Ground, Name = interval.Party, LegalGround = interval.LegalGround, Document = interval.Document,
        };
    }

    private Error? Open(IntervalOpened next)
    {
        if (open.Exists(o => o.Ground == next.Ground))
            return Error.Invalid(ClockErrors.EventsUnsound);
        if (next.Ground == ClockGround.Payment && !plan.PausesForPayment)
            return Error.RuleBroken(ClockErrors.GroundRefused);
        var check = LegalClock.CheckInterval(next.Ground, next.LegalGround, next.Document);
        if (check.IsFailure)
            return check.Error;
        open.Add(next);
        return null;
    }

    private Error? Close(IntervalOpened interval, DateTimeOffset at)
    {
        open.Remove(interval);
        if (interval.Ground == ClockGround.Supplement && plan.AfterSupplement != SupplementMode.Pause)
            return Begin(interval, at);

        var until = at;
        var limit = LimitOf(interval);
        if (limit is not null)
        {
            var end = calendar.EndOf(limit, interval.At);
            if (end.IsFailure)
                return end.Error;
            until = end.Value.Due < at ? end.Value.Due : at;
        }

        leftOut.Add((interval.At, until));
        var capped = until < at;
        return Tell(interval, until, new ExplanationLine(capped ? LineKind.LeftOutToLimit : LineKind.LeftOut)
        {
            At = interval.At, Until = until, Ground = interval.Ground, Name = interval.Party, LegalGround = interval.LegalGround, Document = interval.Document,
            Amount = capped ? limit!.Amount : null, Unit = capped ? limit!.Unit : null,
        });
    }

    // A new term from the moment the supplement came: what was left out before belongs to the old one.
    private Error? Begin(IntervalOpened interval, DateTimeOffset at)
    {
        var isNew = plan.AfterSupplement == SupplementMode.NewTerm && plan.NewTerm is not null;
        term = isNew ? plan.NewTerm! : plan.Term!;
        var end = calendar.EndOf(term, at, plan.CutOff);
        if (end.IsFailure)
            return end.Error;
        running = end.Value;
        moved = null;
        given = TimeSpan.Zero;
        return Tell(interval, at, new ExplanationLine(isNew ? LineKind.NewTerm : LineKind.Restarted)
        {
            At = at, Amount = term.Amount, Unit = term.Unit, Ground = interval.Ground, LegalGround = interval.LegalGround, Document = interval.Document,
        });
    }

    private Error? Move(Reappointed next)
    {
        if (string.IsNullOrWhiteSpace(next.LegalGround))
            return Error.Invalid(ClockErrors.LegalGroundMissing, "LegalGround");
        if (string.IsNullOrWhiteSpace(next.Document))
            return Error.Invalid(ClockErrors.DocumentMissing, "Document");
        // The law has moved past it since: it says nothing any more.
        if (next.To <= due)
            return null;
        moved = next;
        changes.Add(new DueChange(next.At, due, next.To, LineKind.Reappointed, null, next.LegalGround, next.Document));
        due = next.To;
        Lines.Add(new ExplanationLine(LineKind.Reappointed) { At = next.At, Until = legalDue, Due = due, LegalGround = next.LegalGround, Document = next.Document });
        return null;
    }

    private Error? Tell(IntervalOpened interval, DateTimeOffset at, ExplanationLine line)
    {
        var shift = LeftOutSince(running.CountedFrom);
        var legal = calendar.Add(running.Due, shift);
        var appointment = moved is null ? legal : calendar.Add(moved.To, LeftOutSince(moved.At));
        if (legal.IsFailure)
            return legal.Error;
        if (appointment.IsFailure)
            return appointment.Error;

        if (appointment.Value != due)
            changes.Add(new DueChange(at, due, appointment.Value, line.Kind, interval.Ground, interval.LegalGround, interval.Document));
        Lines.Add(line with { Due = legal.Value, Minutes = (int)(shift - given).TotalMinutes });
        (given, legalDue, due) = (shift, legal.Value, appointment.Value);
        return null;
    }

    // Office time of the union of the intervals: what two of them cover is left out once.
    private TimeSpan LeftOutSince(DateTimeOffset since)
    {
        var (sum, covered) = (TimeSpan.Zero, since);
        foreach (var (from, to) in leftOut.OrderBy(i => i.From))
        {
            var start = from > covered ? from : covered;
            if (to <= start)
                continue;
            sum += calendar.Between(start, to).TryGet(out var time) ? time : TimeSpan.Zero;
            covered = to;
        }

        return sum;
    }

    private Term? LimitOf(IntervalOpened interval) => interval.Limit ?? (ClockGrounds.IsThirdParty(interval.Ground) ? plan.ThirdPartyLimit : null);
}
