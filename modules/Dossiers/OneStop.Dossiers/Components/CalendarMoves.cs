using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Running dossiers counted again on another calendar. The preview of a change and the change itself both ask here, so that they agree.
internal sealed class CalendarMoves(DossiersDbContext context, IWorkingCalendar inForce) : ICalendarAudience
{
    public const int Most = 200;

    public async Task<IReadOnlyList<CalendarMove>> MovesAsync(IReadOnlyDictionary<Guid, WorkingCalendar> calendars, CancellationToken cancellationToken)
    {
        var moves = new List<CalendarMove>();
        for (var batch = await BatchAsync(null, false, cancellationToken); batch.Count > 0; batch = await BatchAsync(batch[^1].Dossier.Id, false, cancellationToken))
        {
            foreach (var (dossier, note) in batch)
            {
                if (!calendars.TryGetValue(dossier.ReceivingAgencyId, out var calendar))
                    continue;
                var due = Read(dossier, note, calendar)?.Due;
                // What could not be told before either is no doing of the change.
                if (due == dossier.DueAt || (due is null && !(await IsToldAsync(dossier, note, cancellationToken))))
                    continue;
                moves.Add(new CalendarMove(dossier.Id, dossier.PublicCode ?? "", dossier.DueAt!.Value, due));
            }
        }

        return moves;
    }

    private async Task<bool> IsToldAsync(Dossier dossier, DueNote note, CancellationToken cancellationToken) =>
        (await inForce.ForAsync(dossier.ReceivingAgencyId, cancellationToken)).TryGet(out var calendar) && Read(dossier, note, calendar) is not null;

    public Task<DateTimeOffset?> FurthestAsync(CancellationToken cancellationToken) =>
        context.Dossiers.Where(d => d.DueAt != null && d.FinishedAt == null && d.ClosedAt == null).MaxAsync(d => d.DueAt, cancellationToken);

    // The running dossiers after one, by id, each with the rule its clock runs by.
    public async Task<IReadOnlyList<(Dossier Dossier, DueNote Note)>> BatchAsync(Guid? after, bool tracked, CancellationToken cancellationToken)
    {
        var running = context.Dossiers.Where(d => d.AcceptedAt != null && d.DueAt != null && d.FinishedAt == null && d.ClosedAt == null);
        if (after is { } last)
            running = running.Where(d => d.Id.CompareTo(last) > 0);
        var rows =
            from dossier in running.Include(d => d.Pauses).Include(d => d.DeadlineChanges)
            join note in context.Set<DueNote>() on dossier.Id equals note.DossierId
            where note.Plan != null
            orderby dossier.Id
            select new { dossier, note };
        var found = await (tracked ? rows : rows.AsNoTracking()).AsSplitQuery().Take(Most).ToListAsync(cancellationToken);
        return [.. found.Select(r => (r.dossier, r.note))];
    }

    // Read as of the acceptance: limits that run out while nobody looks are no doing of the calendar. Null when the calendar cannot tell the date.
    public static ClockReading? Read(Dossier dossier, DueNote note, WorkingCalendar calendar) =>
        note.ReadPlan() is { } plan && LegalClock.Read(calendar, plan, dossier.ClockEvents(null, dossier.AcceptedAt!.Value), dossier.AcceptedAt!.Value).TryGet(out var reading)
            ? reading
            : null;
}
