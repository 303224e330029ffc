using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Data;

namespace OneStop.Approvals.Runtime;

/// <summary>
/// Plans what is said about a step's date, each as a row that one node claims: the warning, for the moment at which the legal clock begins to warn,
/// and, where the date is over by the rule of its unit, the word to the heads that it was not kept.
/// A step that waits loses its row and gets another when it goes on, for the moved date.
/// </summary>
internal sealed class StepWarnings(ApprovalsDbContext context, StepClock clock, HeadNotices notices)
{
    private const int LeastMinutes = 60;

    public async Task PlanAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (task is not { DueAt: { } due, LateAt: { } lateAt, State: not TaskState.Suspended } || lateAt <= now)
            return;
        Add(task, JobKind.Breach, lateAt, now);
        if (due <= now)
            return;
        // Shorter than the warning itself: there is nothing to warn of.
        if (task.AllowedMinutes is > LeastMinutes && await clock.ReadAsync(OfficeRun.Of(task)!, now, cancellationToken) is { IsSuccess: true, Value.WarnAt: { } warnAt })
            Add(task, JobKind.Warning, warnAt < now ? now : warnAt, now);
    }

    public async Task DropAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var planned = await context.Jobs.Where(j => j.InstanceId == task.InstanceId && (j.Kind == JobKind.Warning || j.Kind == JobKind.Breach) && j.Number == task.Token).ToListAsync(cancellationToken);
        context.Jobs.RemoveRange(planned.Union(context.Jobs.Local.Where(j => j.InstanceId == task.InstanceId && j.Kind is JobKind.Warning or JobKind.Breach && j.Number == task.Token).ToList()));
    }

    private void Add(WorkTask task, JobKind kind, DateTimeOffset due, DateTimeOffset now) =>
        context.Jobs.Add(new ProcessJob { Id = EntityId.New(now), InstanceId = task.InstanceId, Kind = kind, Number = task.Token, Element = task.Element, DueAt = due });

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
