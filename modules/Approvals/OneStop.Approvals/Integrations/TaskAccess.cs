using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Integrations;

internal sealed class TaskAccess(ApprovalsDbContext context, ConsultationGuard guard, IOrganisationDirectory organisation, TimeProvider time) : ITaskAccess
{
    public async Task<bool> MayReadAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken)
    {
        if (caller.Kind != CallerKind.Staff)
            return false;
        var tasks = await context.Tasks.AsNoTracking().Where(t => t.DossierId == dossierId && t.ConsultationId == null).ToListAsync(cancellationToken);
        return tasks.Exists(task => TaskAuthority.MayRead(caller, task));
    }

    public async Task<bool> MayReadFileAsync(Caller caller, Guid fileId, CancellationToken cancellationToken)
    {
        if (caller.Kind != CallerKind.Staff)
            return false;
        var tasks = await context.Tasks.AsNoTracking()
            .Where(t => context.ConsultationFiles.Any(f => f.ConsultationId == t.ConsultationId && f.FileId == fileId)).ToListAsync(cancellationToken);
        return tasks.Exists(task => TaskAuthority.MayRead(caller, task)) || await MayReadAnswerAsync(caller, fileId, cancellationToken);
    }

    // What a body attaches is its own until it has answered; then it is for those who read the answer.
    private async Task<bool> MayReadAnswerAsync(Caller caller, Guid fileId, CancellationToken cancellationToken)
    {
        var answered = await context.Consultations.AsNoTracking()
            .FirstOrDefaultAsync(c => c.State == ConsultationState.Answered && context.ConsultationFiles.Any(f => f.ConsultationId == c.Id && f.FileId == fileId && f.IsAnswer), cancellationToken);
        return answered is not null && await guard.MayReadAnswerAsync(caller, answered, cancellationToken);
    }

    public async Task<bool> TakesPartAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken)
    {
        if (caller.Kind != CallerKind.Staff)
            return false;
        var tasks = await context.Tasks.AsNoTracking().Where(t => t.DossierId == dossierId && t.ConsultationId == null && (t.State == TaskState.Open || t.State == TaskState.Suspended)).ToListAsync(cancellationToken);
        var standsInFor = await TaskGate.StandsInForAsync(organisation, caller, time.GetUtcNow(), cancellationToken);
        caller = caller.InPlaceOnlyOf(standsInFor);
        return tasks.Exists(task => TaskAuthority.MayAct(caller, task, standsInFor) || TaskAuthority.Leads(caller, task));
    }
}
