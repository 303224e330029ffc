using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.ReadAskingForm;

/// <summary>What the page needs on which bodies are asked: the files that may be sent, and the last moment the law gives.</summary>
[Requires(Permissions.Work)]
internal sealed record ReadAskingFormQuery(Guid TaskId) : IQuery<AskingForm>;

internal sealed record AskingForm(
    Guid TaskId, Guid DossierId, string DossierCode, string ApplicantName, string StepName, string? StepNameEn, IReadOnlyList<DossierComponent> Papers, DateTimeOffset? LastDue, bool MayAsk, string? Draft);

internal sealed class ReadAskingFormHandler(
    ApprovalsDbContext context, IDossierDirectory dossiers, IOrganisationDirectory organisation, ConsultationClock clock, TaskDrafts drafts, ICallerContext callers, TimeProvider time)
    : IHandler<ReadAskingFormQuery, AskingForm>
{
    public async Task<Result<AskingForm>> Handle(ReadAskingFormQuery request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || !TaskAuthority.MayRead(caller, task))
            return ApprovalErrors.Missing();
        if (await context.Instances.AnyAsync(i => i.Id == task.InstanceId && i.Matter != null, cancellationToken))
            return Error.RuleBroken(ConsultationErrors.NotThisStep);
        var dossier = await dossiers.ReadForOfficerAsync(task.DossierId, task.StepName, cancellationToken);
        if (!dossier.TryGet(out var read))
            return dossier.AsFailure<AskingForm>();
        var last = await dossiers.OpinionLimitAsync(task.DossierId, cancellationToken) is { } limit && (await clock.LastAsync(task.AgencyId, limit, now, cancellationToken)).TryGet(out var end)
            ? end : (DateTimeOffset?)null;
        var mayAsk = task.State == TaskState.Open && TaskAuthority.MayAct(caller, task, await TaskGate.StandsInForAsync(organisation, caller, now, cancellationToken));
        return new AskingForm(
            task.Id, task.DossierId, task.DossierCode, task.ApplicantName, task.StepName, task.StepNameEn, [.. read.Components.Where(c => c.Files.Count > 0)], last, mayAsk,
            (await drafts.ReadAsync(task.Id, cancellationToken)).Asking);
    }
}
