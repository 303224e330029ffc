using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.ReassignTask;

/// <summary>Gives a task to another holder of the same role in the unit; the head, the leader or the unit's administrator decides.</summary>
[Requires(Permissions.Reassign)]
internal sealed record ReassignTaskCommand(Guid TaskId, Guid CommandId, Guid AccountId, string Reason) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class ReassignTaskHandler(
    TaskGate gate, InstanceRunner runner, TaskBook book, HeadNotices notices, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<ReassignTaskCommand, Done>
{
    public const string Action = "reassign";

    public async Task<Result<Done>> Handle(ReassignTaskCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await gate.FindAsync(request.TaskId, cancellationToken) is not { } found)
            return ApprovalErrors.Missing();
        var (task, instance) = found;
        if (!TaskAuthority.MayReassign(callers.Caller, task))
            return ApprovalErrors.Missing();
        if (await runner.WasAppliedAsync(instance.Id, request.CommandId, cancellationToken))
            return Done.Value;
        if (!task.IsOpen)
            return TaskGate.Closed(task);

        var holders = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
        if (holders.FirstOrDefault(h => h.HolderId == request.AccountId) is not { HolderName: { } name })
            return Error.Invalid(ApprovalErrors.NotAHolder, nameof(request.AccountId));
        var reason = TaskCommandRules.Tidy(request.Reason);
        var command = new EngineCommand(request.CommandId, new Remark(task.Token, Action), callers.Caller.Name, reason);
        var applied = await gate.ApplyAsync(task, instance, command, StepDeed.By(callers.Caller, null, task.Token, Action, reason), cancellationToken);
        if (applied.IsFailure)
            return applied;
        Tell(task, request.AccountId, name);
        task.Assign(request.AccountId, name);
        book.Tell(task);
        return Done.Value;
    }

    /// <summary>The new one learns of the work, whoever had it or answers for it that it is gone.</summary>
    private void Tell(WorkTask task, Guid accountId, string name)
    {
        if (task.AssigneeId == accountId && !task.IsDelegated)
            return;
        notices.Tell([accountId], "Reassigned", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, callers.Caller.Name);
        var former = new[] { task.AssigneeId, task.OwnerId }.OfType<Guid>().Where(id => id != accountId && id != callers.Caller.AccountId);
        notices.Tell(former, "ReassignedAway", null, task.DossierCode, task.StepName, callers.Caller.Name, name);
    }
}
