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
            events.Add(new IntervalOpened(started, pause.Ground, pause.LegalGround ?? rules.Decree, pause.Document ?? rules.Papers.Payment, pause.Limit, pause.Party));
            if ((pause.EndedAt ?? (pause.Ground == ending ? now : null)) is { } ended)
                events.Add(new IntervalClosed(ended, pause.Ground));
        }

        events.AddRange(deadlineChanges.Where(c => c is { Kind: DeadlineChangeKind.Reappointment, ToDueAt: not null })
            .Select(c => new Reappointed(c.At, c.ToDueAt!.Value, c.Ground, c.Document ?? c.Ground)));
        return [.. events.OrderBy(e => e.At)];
    }

    // Time of a third party: begins to be left out, on a ground the law knows and with its paper. Needs the pauses loaded.
    public Result<Done> LeaveTimeOut(TimeOut what, Actor actor, DateTimeOffset now)
    {
        var check = Check(DossierDeed.LeaveTimeOut, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        var sound = LegalClock.CheckInterval(what.Ground, what.LegalGround, what.Document);
        if (sound.IsFailure)
            return sound;
        if (!ClockGrounds.IsThirdParty(what.Ground))
            return Error.RuleBroken(ClockErrors.GroundRefused);
        if (string.IsNullOrWhiteSpace(what.Party))
            return Error.Invalid(TimeOutErrors.PartyMissing, nameof(what.Party));
        if (what.From < AcceptedAt || what.From > now)
            return Error.Invalid(TimeOutErrors.OutsideTerm, nameof(what.From));
        if (MayLeaveTimeOut(now) is { } refused)
            return refused;
        if (pauses.Exists(p => p.EndedAt is null && p.Ground == what.Ground))
            return Error.RuleBroken(TimeOutErrors.StillOpen);
        if (pauses.Exists(p => p.Ground == what.Ground && p.EndedAt > what.From))
            return Error.Invalid(TimeOutErrors.Overlaps, nameof(what.From));
        StartPause(what.Ground, what.LegalGround, what.Document, what.Limit, what.From, what.Party, what.EndsAt);
        Note(DossierDeed.LeaveTimeOut, actor, now, what.Party, what.LegalGround);
        return Done.Value;
    }

    // What is late stays late: time is left out while there is some left, not found afterwards.
    public Error? MayLeaveTimeOut(DateTimeOffset now) =>
        DossierTransitions.Find(Status, DossierDeed.LeaveTimeOut) is null ? DossierErrors.NotInThisState(Status, DossierDeed.LeaveTimeOut)
        : BreachedAt is not null || LateAt <= (PausedAt ?? now) ? Error.RuleBroken(TimeOutErrors.AlreadyLate)
        : null;

    // The third party has answered, or its most time is used up. Needs the pauses loaded; the dates are those of a clock that ends there.
    public Result<Done> EndTimeOut(ClockGround ground, DueDates dates, string? comment, Actor actor, DateTimeOffset at, DateTimeOffset now)
    {
        var check = Check(DossierDeed.EndTimeOut, actor);
        if (check.IsFailure)
            return check.AsFailure<Done>();
        if (!ClockGrounds.IsThirdParty(ground) || pauses.Find(p => p.EndedAt is null && p.Ground == ground) is not { } open)
            return Error.RuleBroken(TimeOutErrors.NotOpen);
        if (at < open.StartedAt || at > now)
            return Error.Invalid(TimeOutErrors.EndOutside, "Until");
        EndPause(ground, dates with { Kind = DeadlineChangeKind.ThirdParty }, actor, at, now);
        Note(DossierDeed.EndTimeOut, actor, now, open.Party, comment);
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

    // The ends of what is still left out, counted again; those that moved.
    public IReadOnlyList<ClockPause> MoveEndsOfTimeOuts(Func<(Term Term, DateTimeOffset From), DateTimeOffset?> endOf)
    {
        var moved = new List<ClockPause>();
        foreach (var pause in pauses.Where(p => p.EndedAt is null && p.EndsAt is not null))
        {
            if (pause.Limit is not { } limit || endOf((limit, pause.StartedAt)) is not { } end || end == pause.EndsAt)
                continue;
            pause.EndsAt = end;
            moved.Add(pause);
        }

        return moved;
    }

    // The date of a running step was counted again. Needs the steps loaded.
    public void MoveStep(Guid taskId, string name, DateTimeOffset? from, DateTimeOffset to, string ground, DateTimeOffset now)
    {
        if (steps.Find(s => s.TaskId == taskId) is { } step)
        {
            if (step.DueAt == to || step.CompletedAt is not null)
                return;
            step.DueBy(to);
        }

        Remark(DossierDeed.MoveStep, Actor.System, now, name, $"{Moment(from)} → {Moment(to)}. {ground}");
    }

    private static string Moment(DateTimeOffset? at) => at?.ToVietnam().ToString("HH:mm dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "–";

    private void StartPause(
        ClockGround ground, string legalGround, string document, Term? limit, DateTimeOffset from, string? party = null, DateTimeOffset? endsAt = null)
    {
        PausedAt = PausedAt < from ? PausedAt : from;
        pauses.Add(new ClockPause
        {
            Id = EntityId.New(from), DossierId = Id, Ground = ground, Party = party, LegalGround = legalGround, Document = document, LimitAmount = limit?.Amount, LimitUnit = limit?.Unit,
            EndsAt = endsAt, StartedAt = from,
        });
    }

    private void EndPause(ClockGround ground, DueDates dates, Actor actor, DateTimeOffset at, DateTimeOffset now)
    {
        if (pauses.Find(p => p.EndedAt is null && p.Ground == ground) is not { } pause)
            return;
        pause.End(at);
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
