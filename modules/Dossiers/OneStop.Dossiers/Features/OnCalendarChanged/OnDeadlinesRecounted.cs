using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Contracts.Events;

namespace OneStop.Dossiers.Features.OnCalendarChanged;

// How far a confirmed change of the calendar has been carried through the running dossiers.
internal sealed record DeadlinesRecounted(CalendarChanged Change, Guid? Through) : IIntegrationEvent
{
    public string StreamKey => "calendar-dossiers";
}

// Moves the dossiers of the next batch. A dossier that already stands at its new date is left alone, so that a second delivery records nothing twice.
internal sealed class OnDeadlinesRecounted(DossiersDbContext context, CalendarMoves moves, CitizenNotices notices, IWorkingCalendar calendars, TimeProvider time) : IEventHandler<DeadlinesRecounted>
{
    public async Task<Result<Done>> Handle(DeadlinesRecounted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var change = integrationEvent.Change;
        var agencies = change.AgencyIds.ToHashSet();
        var now = time.GetUtcNow();
        var actor = new Actor(change.ActorId, change.ActorName, DossierRole.System);
        calendars.Refresh();
        var batch = await moves.BatchAsync(integrationEvent.Through, true, cancellationToken);
        foreach (var (dossier, note) in batch.Where(b => agencies.Contains(b.Dossier.ReceivingAgencyId)))
        {
            if (!(await calendars.ForAsync(dossier.ReceivingAgencyId, cancellationToken)).TryGet(out var calendar) || CalendarMoves.Read(dossier, note, calendar) is not { } reading)
                continue;
            MoveEnds(dossier, calendar, now);
            if (reading.Due is not null && dossier.MoveByCalendar(DueDates.Of(reading), change.Ground, change.Document, actor, now))
            {
                note.Explain([.. reading.Lines, .. DossierClock.CalendarLines(dossier)]);
                notices.Tell(dossier, NoticeKind.CalendarMoved, now);
            }
        }

        if (batch.Count == CalendarMoves.Most)
            context.Raise(new DeadlinesRecounted(change, batch[^1].Dossier.Id), now);
        return Done.Value;
    }

    // The most that a third party may take is counted in office time too.
    private void MoveEnds(Dossier dossier, WorkingCalendar calendar, DateTimeOffset now)
    {
        foreach (var pause in dossier.MoveEndsOfTimeOuts(limit => calendar.EndOf(limit.Term, limit.From).TryGet(out var end) ? end.Due : null))
            context.Raise(new ThirdPartyTimeLeftOut(dossier.Id, pause.Id, pause.Ground, pause.LegalGround!, pause.Document!, pause.StartedAt, pause.EndsAt!.Value), now);
    }
}
