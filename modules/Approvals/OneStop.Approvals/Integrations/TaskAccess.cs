using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Callers;

namespace OneStop.Approvals.Integrations;

internal sealed class TaskAccess(ApprovalsDbContext context) : ITaskAccess
{
    public async Task<bool> MayReadAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken)
    {
        if (caller.Kind != CallerKind.Staff)
            return false;
        var tasks = await context.Tasks.AsNoTracking().Where(t => t.DossierId == dossierId).ToListAsync(cancellationToken);
        return tasks.Exists(task => TaskAuthority.MayRead(caller, task));
    }
}
