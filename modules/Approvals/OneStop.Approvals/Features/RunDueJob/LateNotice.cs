using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Identity.Contracts;

namespace OneStop.Approvals.Features.RunDueJob;

/// <summary>Tells the heads of the unit that a step has passed its hours, and those above them that a matter has.</summary>
internal sealed class LateNotice(ApprovalsDbContext context, HeadNotices notices, MatterOffice office, TimeProvider time)
{
    /// <param name="instance">Whose late steps are told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="token">One step alone; none for all of them.</param>
    public async Task SendAsync(ProcessInstance instance, CancellationToken cancellationToken, int? token = null)
    {
        var now = time.GetUtcNow();
        var late = await OpenOf(instance).Where(WorkTask.LateBy(now)).Where(t => token == null || t.Token == token).ToListAsync(cancellationToken);
        // Once for each breach: a process may have a clock of its own that says the same.
        foreach (var task in late.Where(t => t.LateToldFor != t.DueAt))
        {
            task.LateToldFor = task.DueAt;
            notices.Tell(
                await HeadsOverAsync(task, cancellationToken), "Late", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName,
                task.AssigneeName ?? task.DepartmentName ?? task.AgencyName);
        }
    }

    /// <summary>Nobody is reminded of his own lateness as if he were his own head: above a head of department stands the agency's leader.</summary>
    private Task<IReadOnlyList<Guid>> HeadsOverAsync(WorkTask task, CancellationToken cancellationToken) =>
        task.Role == Roles.DepartmentHead ? notices.LeadersOfAsync(task, cancellationToken) : notices.HeadsOfAsync(task, cancellationToken);

    public async Task EscalateAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var task in await OpenOf(instance).AsNoTracking().Where(WorkTask.LateBy(now)).ToListAsync(cancellationToken))
        {
            var (unit, people) = await office.AboveAsync(task, now, cancellationToken);
            // No link: the page is for those who decide, and the ones above are to see to it that they do.
            notices.Tell(people, "Escalated", null, task.DossierCode, task.StepName, task.DepartmentName ?? task.AgencyName);
            context.Raise(new MatterEscalated(instance.DossierId, instance.SubjectId, instance.Matter ?? "", unit, now), now);
        }
    }

    /// <summary>A process's clock rings at the moment of the date, and what is due on that day or in that hour is late only when it is over: until then, or null.</summary>
    public async Task<DateTimeOffset?> NotLateBeforeAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await OpenOf(instance).AsNoTracking().Where(t => t.DueAt <= now).ToListAsync(cancellationToken);
        return due.Count > 0 && due.TrueForAll(t => t.LateAt > now) ? due.Min(t => t.LateAt) : null;
    }

    private IQueryable<WorkTask> OpenOf(ProcessInstance instance) => context.Tasks.Where(t => t.InstanceId == instance.Id && t.State == TaskState.Open);
}
