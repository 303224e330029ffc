using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.TakeBackTask;

/// <summary>The owner of a delegated task takes it back, whether the colleague has begun or not. What the colleague has typed stays the colleague's.</summary>
[Requires(Permissions.Work)]
internal sealed record TakeBackTaskCommand(Guid TaskId, Guid CommandId) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class TakeBackTaskHandler(
    ApprovalsDbContext context, InstanceRunner runner, TaskBook book, HeadNotices notices, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<TakeBackTaskCommand, Done>
{
    public const string Action = "take_back";

    public async Task<Result<Done>> Handle(TakeBackTaskCommand request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var instanceId = await context.Tasks.Where(t => t.Id == request.TaskId).Select(t => (Guid?)t.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (instanceId is null || await runner.LockAsync(instanceId.Value, cancellationToken) is not { } instance)
            return ApprovalErrors.Missing();
        var task = await context.Tasks.SingleAsync(t => t.Id == request.TaskId, cancellationToken);
        if (TaskAuthority.CandidateAs(caller, task) is not { } assignment)
            return TaskAuthority.MayRead(caller, task) ? Error.Forbidden(ApprovalErrors.NotYours) : ApprovalErrors.Missing();
        if (await runner.WasAppliedAsync(instance.Id, request.CommandId, cancellationToken))
            return Done.Value;
        if (!task.IsOpen)
            return TaskGate.Closed(task);
        if (task is not { OwnerId: { } owner, AssigneeId: { } delegated })
            return Error.RuleBroken(ApprovalErrors.NotDelegated);
        var standsInFor = await TaskGate.StandsInForAsync(organisation, caller, now, cancellationToken);
        if (owner != caller.Id && !standsInFor.Contains(owner))
            return Error.Forbidden(ApprovalErrors.DelegatedAlready, task.OwnerName);

        var command = new EngineCommand(request.CommandId, new Remark(task.Token, Action), caller.Name, null);
        var applied = await runner.ApplyAsync(instance, command, StepDeed.By(caller, assignment.Title, task.Token, Action, null), now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (TaskGate.Explain(applied.Value, task) is { } error)
            return error;
        task.GoBackToOwner();
        notices.Tell([delegated], "TakenBack", null, task.DossierCode, task.StepName, caller.Name);
        book.Tell(task);
        return Done.Value;
    }
}
