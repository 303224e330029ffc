using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>Running steps counted on another calendar, for those who are asked to confirm it.</summary>
internal sealed class CalendarSteps(ApprovalsDbContext context, IWorkingCalendar inForce, TimeProvider time) : ICalendarAudience
{
    public const int Most = 200;

    public async Task<IReadOnlyList<CalendarMove>> MovesAsync(IReadOnlyDictionary<Guid, WorkingCalendar> calendars, CancellationToken cancellationToken)
    {
        var moves = new List<CalendarMove>();
        var now = time.GetUtcNow();
        for (var batch = await InstancesAsync(null, cancellationToken); batch.Count > 0; batch = await InstancesAsync(batch[^1], cancellationToken))
        {
            var pauses = await context.StepPauses.AsNoTracking().Where(p => batch.Contains(p.InstanceId)).ToListAsync(cancellationToken);
            foreach (var task in await Running().Where(t => batch.Contains(t.InstanceId)).ToListAsync(cancellationToken))
            {
                if (!calendars.TryGetValue(task.AgencyId, out var calendar) || OfficeRun.Of(task) is not { } run || task.DueAt is not { } before)
                    continue;
                DateTimeOffset? after = StepClock.Read(run, pauses, calendar, now).TryGet(out var reading) ? reading.LegalDue : null;
                // What could not be told before either is no doing of the change.
                if (after == before || (after is null && !(await ReadInForceAsync(run, pauses, now, cancellationToken))))
                    continue;
                moves.Add(new CalendarMove(task.DossierId, task.DossierCode, before, after, task.StepName));
            }
        }

        return moves;
    }

    /// <summary>Instances with running steps after one, by id.</summary>
    public async Task<IReadOnlyList<Guid>> InstancesAsync(Guid? after, CancellationToken cancellationToken)
    {
        var running = Running();
        if (after is { } last)
            running = running.Where(t => t.InstanceId.CompareTo(last) > 0);
        return await running.Select(t => t.InstanceId).Distinct().OrderBy(id => id).Take(Most).ToListAsync(cancellationToken);
    }

    private async Task<bool> ReadInForceAsync(OfficeRun run, IReadOnlyList<StepPause> pauses, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await inForce.ForAsync(run.AgencyId, cancellationToken)).TryGet(out var calendar) && StepClock.Read(run, pauses, calendar, now).IsSuccess;

    private IQueryable<WorkTask> Running() => context.Tasks.AsNoTracking()
        .Where(t => (t.State == TaskState.Open || t.State == TaskState.Suspended || t.State == TaskState.Unroutable) && t.AllowedMinutes != null && t.DueAt != null);
}
