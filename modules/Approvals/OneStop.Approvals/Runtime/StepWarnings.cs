using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Data;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>
/// Plans the warning of a step as a row that one node claims: a fifth of the hours before the end, at least one hour and at most two days.
/// A step that waits loses its row and gets another when it goes on, for the moved date.
/// </summary>
internal sealed class StepWarnings(ApprovalsDbContext context, IWorkingCalendar calendar, HeadNotices notices)
{
    private const int Share = 5;
    private const int LeastMinutes = 60;
    private const int MostMinutes = 16 * 60;

    public async Task PlanAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (task is not { DueAt: { } due, AllowedMinutes: > LeastMinutes and { } allowed })
            return;
        var before = Math.Clamp(allowed / Share, LeastMinutes, MostMinutes);
        var left = await calendar.BetweenAsync(task.AgencyId, now, due, cancellationToken);
        if (left.Minutes <= 0)
            return;
        // Counted forward: the office time left less the time before the end.
        var begins = left.Minutes <= before ? now : await calendar.AddHoursAsync(task.AgencyId, now, (left.Minutes - before) / 60m, cancellationToken) is { IsSuccess: true } found ? found.Value : due;
        context.Jobs.Add(new ProcessJob { Id = EntityId.New(now), InstanceId = task.InstanceId, Kind = JobKind.Warning, Number = task.Token, Element = task.Element, DueAt = begins });
    }

    public async Task DropAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var planned = await context.Jobs.Where(j => j.InstanceId == task.InstanceId && j.Kind == JobKind.Warning && j.Number == task.Token).ToListAsync(cancellationToken);
        context.Jobs.RemoveRange(planned.Union(context.Jobs.Local.Where(j => j.InstanceId == task.InstanceId && j.Kind == JobKind.Warning && j.Number == task.Token).ToList()));
    }

    public async Task SendAsync(ProcessJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var task = await context.Tasks.AsNoTracking().FirstOrDefaultAsync(
            t => t.InstanceId == job.InstanceId && t.Token == job.Number && t.State == TaskState.Open, cancellationToken);
        if (task is not { DueAt: { } due } || due <= now)
            return;
        var people = (await notices.HoldersOfAsync(task, cancellationToken)).Union(await notices.HeadsOfAsync(task, cancellationToken));
        notices.Tell(people, "StepNear", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, Moments.Write(due));
    }
}
