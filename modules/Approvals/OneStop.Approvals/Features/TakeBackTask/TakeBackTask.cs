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
    TaskGate gate, InstanceRunner runner, TaskBook book, HeadNotices notices, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<TakeBackTaskCommand, Done>
{
    public const string Action = "take_back";

    public async Task<Result<Done>> Handle(TakeBackTaskCommand request, CancellationToken cancellationToken)
    {
        if (await gate.FindAsync(request.TaskId, cancellationToken) is not { } found)
            return ApprovalErrors.Missing();
        var (task, instance) = found;
        var standsInFor = await TaskGate.StandsInForAsync(organisation, callers.Caller, time.GetUtcNow(), cancellationToken);
        var caller = callers.Caller.InPlaceOnlyOf(standsInFor);
        if (TaskAuthority.CandidateAs(caller, task) is not { } assignment)
            return TaskAuthority.MayRead(caller, task) ? Error.Forbidden(ApprovalErrors.NotYours) : ApprovalErrors.Missing();
        if (await runner.WasAppliedAsync(instance.Id, request.CommandId, cancellationToken))
            return Done.Value;
        if (!task.IsOpen)
            return TaskGate.Closed(task);
        if (task is not { OwnerId: { } owner, AssigneeId: { } delegated })
            return Error.RuleBroken(ApprovalErrors.NotDelegated);
        if (owner != caller.Id && !standsInFor.Contains(owner))
            return Error.Forbidden(ApprovalErrors.DelegatedAlready, task.OwnerName);

        var command = new EngineCommand(request.CommandId, new Remark(task.Token, Action), caller.Name, null);
        var applied = await gate.ApplyAsync(task, instance, command, StepDeed.By(caller, assignment, task.Token, Action, null), cancellationToken);
        if (applied.IsFailure)
            return applied;
        task.GoBackToOwner();
        notices.Tell([delegated], "TakenBack", null, task.DossierCode, task.StepName, caller.Name);
        book.Tell(task);
        return Done.Value;
    }
}
