using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Kernel.Data;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>
/// Gives a step to one of its candidates as it is opened, where the process says so. Whoever is found can be wrong only by being busy:
/// with nobody to choose, the step stays open to all of them.
/// </summary>
internal sealed class StepAssignment(ApprovalsDbContext context, IDatabase database, IOrganisationDirectory organisation)
{
    public async Task ApplyAsync(WorkTask task, StepSettings step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (step.Assign == AssignRule.Group)
            return;
        var posts = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
        PostInfo[] holders = [.. posts.Where(p => p.HolderId is not null).DistinctBy(p => p.HolderId)];
        var chosen = step.Assign == AssignRule.SamePerson
            ? await SameAsync(task, step.SameAs!, holders, cancellationToken)
            : await LeastLoadedAsync(task, holders, cancellationToken);
        if (chosen is { HolderId: { } holder })
            task.Assign(holder, chosen.HolderName ?? "");
    }

    private async Task<PostInfo?> SameAsync(WorkTask task, string element, PostInfo[] holders, CancellationToken cancellationToken)
    {
        // Tracked, so that a step closed by this very deed counts too.
        var earlier = await context.Tasks.Where(t => t.InstanceId == task.InstanceId && t.Element == element).ToListAsync(cancellationToken);
        var last = earlier.Where(t => t is { State: TaskState.Done, ClosedById: not null }).MaxBy(t => t.ClosedAt);
        return holders.FirstOrDefault(h => h.HolderId == last?.ClosedById);
    }

    private async Task<PostInfo?> LeastLoadedAsync(WorkTask task, PostInfo[] holders, CancellationToken cancellationToken)
    {
        // Two tasks opened in the same moment would both count before either is kept, and go to the same person.
        await database.LockAsync(context, $"approvals:load:{task.AgencyId}", cancellationToken);
        Guid?[] ids = [.. holders.Select(h => h.HolderId)];
        var loads = await context.Tasks.Where(t => ids.Contains(t.AssigneeId) && t.State == TaskState.Open).GroupBy(t => t.AssigneeId!.Value)
            .Select(g => new { Person = g.Key, Tasks = g.Count() }).ToDictionaryAsync(g => g.Person, g => g.Tasks, cancellationToken);
        foreach (var person in context.Tasks.Local.Where(t => t is { IsOpen: true, AssigneeId: not null } && context.Entry(t).State == EntityState.Added).Select(t => t.AssigneeId!.Value))
            loads[person] = loads.GetValueOrDefault(person) + 1;
        // The absent come last; among equals the task's own id decides, so that not everything falls to the first of the list.
        return holders.OrderBy(h => h.SubstituteId is not null).ThenBy(h => loads.GetValueOrDefault(h.HolderId!.Value)).ThenBy(h => DerivedId.From(task.Id, h.HolderId!.Value.ToString("N"))).FirstOrDefault();
    }
}
