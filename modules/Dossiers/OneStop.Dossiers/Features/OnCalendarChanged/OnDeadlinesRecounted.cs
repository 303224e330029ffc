using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Contracts.Events;

namespace OneStop.Dossiers.Features.OnCalendarChanged;

// How far a confirmed change of the calendar has been carried through the running dossiers.
internal sealed record DeadlinesRecounted(CalendarChanged Change, Guid? Through) : IIntegrationEvent
{
    public string StreamKey => "calendar-dossiers";
}

// Moves the dossiers of the next batch. A dossier that already stands at its new date is left alone, so that a second delivery records nothing twice.
internal sealed class OnDeadlinesRecounted(DossiersDbContext context, CalendarMoves moves, IWorkingCalendar calendars, TimeProvider time) : IEventHandler<DeadlinesRecounted>
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
            if (reading.Due is not null && dossier.MoveByCalendar(DueDates.Of(reading), change.Ground, change.Document, actor, now))
                note.Explain([.. reading.Lines, .. DossierClock.CalendarLines(dossier)]);
        }

        if (batch.Count == CalendarMoves.Most)
            context.Raise(new DeadlinesRecounted(change, batch[^1].Dossier.Id), now);
        return Done.Value;
    }
}
