using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.RunDueJob;

/// <summary>Tells the heads of the unit that a step has passed its hours, and those above them that a matter has.</summary>
internal sealed class LateNotice(ApprovalsDbContext context, HeadNotices notices, MatterOffice office, TimeProvider time)
{
    public async Task SendAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        foreach (var task in await LateAsync(instance, cancellationToken))
        {
            notices.Tell(
                await notices.HeadsOfAsync(task, cancellationToken), "Late", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName,
                task.AssigneeName ?? task.DepartmentName ?? task.AgencyName);
        }
    }

    public async Task EscalateAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var task in await LateAsync(instance, cancellationToken))
        {
            var (unit, people) = await office.AboveAsync(task, now, cancellationToken);
            // No link: the page is for those who decide, and the ones above are to see to it that they do.
            notices.Tell(people, "Escalated", null, task.DossierCode, task.StepName, task.DepartmentName ?? task.AgencyName);
            context.Raise(new MatterEscalated(instance.DossierId, instance.SubjectId, instance.Matter ?? "", unit, now), now);
        }
    }

    private async Task<List<WorkTask>> LateAsync(ProcessInstance instance, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await context.Tasks.AsNoTracking().Where(t => t.InstanceId == instance.Id && t.State == TaskState.Open && t.DueAt != null && t.DueAt <= now).ToListAsync(cancellationToken);
    }
}
