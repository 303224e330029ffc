using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.Kernel.Time.Rules;

namespace OneStop.Dossiers.Domain;

// The dossier's clock: what was left out of the term, how the appointment moved, and how it stands.
internal sealed partial class Dossier
{
    // The law it was received under; before acceptance none is fixed yet.
    public RuleSet? Rules() => RuleSets.Find(RuleSetKey) ?? (AcceptedAt is { } at ? RuleSets.At(at) : null);

    public DueDates Dates() => new(DueAt, LegalDueAt, TermUnit, WarnAt, LateAt, DeadlineChangeKind.Pause);

    // Trước hạn, đúng hạn, quá hạn, trong hạn, sắp đến hạn. Never moved by an apology.
    public DueClass ClassAt(DateTimeOffset now) => (FinishedAt ?? ClosedAt) is { } ended
        ? DueClasses.Done(TermUnit ?? OneStop.Kernel.Time.TermUnit.WorkingDays, LegalDueAt, ended)
        : DueClasses.Open(WarnAt, LateAt, PausedAt, now);

    // The events of the clock; an interval that is ending now is named. Needs pauses and deadline changes loaded.
    public IReadOnlyList<ClockEvent> ClockEvents(ClockGround? ending, DateTimeOffset now)
    {
        var rules = Rules()!;
        var events = new List<ClockEvent> { new Received(AcceptedAt!.Value) };
        foreach (var pause in pauses.OrderBy(p => p.StartedAt))
        {
            // What an officer asked while the acceptance was still on its way counts from the acceptance.
            var started = pause.StartedAt > AcceptedAt ? pause.StartedAt : AcceptedAt.Value;
            events.Add(new IntervalOpened(started, pause.Ground, pause.LegalGround ?? rules.Decree, pause.Document ?? rules.Papers.Payment, pause.Limit));
            if ((pause.EndedAt ?? (pause.Ground == ending ? now : null)) is { } ended)
                events.Add(new IntervalClosed(ended, pause.Ground));
        }

        events.AddRange(deadlineChanges.Where(c => c is { Kind: DeadlineChangeKind.Reappointment, ToDueAt: not null })
            .Select(c => new Reappointed(c.At, c.ToDueAt!.Value, c.Ground, c.Document ?? c.Ground)));
        return [.. events.OrderBy(e => e.At)];
    }

    // Time of a third party: begins to be left out, on a ground the law knows and with its paper.
    public Result<Done> LeaveTimeOut(ClockGround ground, string? legalGround, string? document, Term? limit, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.LeaveTimeOut, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        var sound = LegalClock.CheckInterval(ground, legalGround, document);
        if (sound.IsFailure)
            return sound;
        if (!ClockGrounds.IsThirdParty(ground))
            return Error.RuleBroken(ClockErrors.GroundRefused);
        if (pauses.Exists(p => p.EndedAt is null && p.Ground == ground))
            return Error.RuleBroken(ClockErrors.EventsUnsound);
        StartPause(ground, legalGround!, document!, limit, now);
        Note(DossierDeed.LeaveTimeOut, actor, now, document, legalGround);
        return Done.Value;
    }

    public Result<Done> EndTimeOut(ClockGround ground, DueDates dates, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.EndTimeOut, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (!pauses.Exists(p => p.EndedAt is null && p.Ground == ground))
            return Error.RuleBroken(ClockErrors.EventsUnsound);
        EndPause(ground, dates with { Kind = DeadlineChangeKind.ThirdParty }, actor, now);
        Note(DossierDeed.EndTimeOut, actor, now, ground.ToString());
        return Done.Value;
    }

    // An apology moves the appointment, as often as the rule set allows, and never the class of lateness. Needs the deadline changes loaded.
    public Result<Done> MoveDeadline(DateTimeOffset dueAt, string ground, string document, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.MoveDeadline, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (CheckReason(ground) is { } error)
            return error;
        if (string.IsNullOrWhiteSpace(document))
            return Error.Invalid(ClockErrors.DocumentMissing, "Document");
        var before = deadlineChanges.Count(c => c.Kind == DeadlineChangeKind.Reappointment);
        var allowed = LegalClock.CheckReappointment(DueAt, dueAt, before, Rules()?.Limits.Reappointments ?? 1);
        if (allowed.IsFailure)
            return allowed;
        ChangeDue(Dates() with { Due = dueAt, Kind = DeadlineChangeKind.Reappointment }, ground, document, actor, now);
        Note(DossierDeed.MoveDeadline, actor, now, document, ground);
        return Done.Value;
    }

    // A confirmed change of the working calendar; what is finished stays as it was.
    public bool MoveByCalendar(DueDates dates, string ground, string document, Actor actor, DateTimeOffset now)
    {
        if (IsFinal || FinishedAt is not null || dates.Due == DueAt)
            return false;
        ChangeDue(dates with { Kind = DeadlineChangeKind.Calendar }, ground, document, actor, now);
        Note(DossierDeed.MoveDeadline, actor, now, document, ground);
        return true;
    }

    private void StartPause(ClockGround ground, string legalGround, string document, Term? limit, DateTimeOffset now)
    {
        PausedAt ??= now;
        pauses.Add(new ClockPause
        {
            Id = EntityId.New(now), DossierId = Id, Ground = ground, LegalGround = legalGround, Document = document, LimitAmount = limit?.Amount, LimitUnit = limit?.Unit,
            StartedAt = now,
        });
    }

    private void EndPause(ClockGround ground, DueDates dates, Actor actor, DateTimeOffset now)
    {
        if (pauses.Find(p => p.EndedAt is null && p.Ground == ground) is not { } pause)
            return;
        pause.End(now);
        PausedAt = pauses.Where(p => p.EndedAt is null).Min(p => (DateTimeOffset?)p.StartedAt);
        ChangeDue(dates, ground.ToString(), pause.Document, actor, now);
    }

    private void SetDates(DueDates dates) => (DueAt, LegalDueAt, TermUnit, WarnAt, LateAt) = (dates.Due, dates.Legal, dates.Unit, dates.WarnAt, dates.LateAt);

    private void ChangeDue(DueDates dates, string ground, string? document, Actor actor, DateTimeOffset now)
    {
        if (dates.Due != DueAt)
        {
            deadlineChanges.Add(new DeadlineChange
            {
                Id = EntityId.New(now), DossierId = Id, At = now, FromDueAt = DueAt, ToDueAt = dates.Due, Kind = dates.Kind, Ground = ground, Document = document,
                ActorId = actor.Id, ActorName = actor.Name,
            });
        }

        SetDates(dates);
    }
}
