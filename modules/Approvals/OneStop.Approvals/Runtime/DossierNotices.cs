using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Runtime;

/// <summary>Writes to everybody who has a step of a dossier open, and to their heads: once to each person.</summary>
internal sealed class DossierNotices(ApprovalsDbContext context, HeadNotices notices)
{
    public async Task SendAsync(Guid dossierId, string key, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var own = await context.Instances.Where(i => i.DossierId == dossierId && i.SubjectId == Guid.Empty).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken);
        var open = await context.Tasks.AsNoTracking().Where(t => t.InstanceId == own && (t.State == TaskState.Open || t.State == TaskState.Suspended))
            .OrderBy(t => t.EnteredAt).ToListAsync(cancellationToken);
        var told = new HashSet<Guid>();
        foreach (var task in open)
        {
            var people = (await notices.HoldersOfAsync(task, cancellationToken)).Union(await notices.HeadsOfAsync(task, cancellationToken)).Where(told.Add).ToArray();
            notices.Tell(people, key, ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, Moments.Write(dueAt));
        }
    }
}
