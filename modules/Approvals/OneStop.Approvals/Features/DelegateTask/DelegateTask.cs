using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.DelegateTask;

/// <summary>
/// Lets a colleague in the same post do a task while the one who had it stays its owner: the colleague either ends the step,
/// or prepares it and hands it back for the owner to decide.
/// </summary>
[Requires(Permissions.Work)]
internal sealed record DelegateTaskCommand(Guid TaskId, Guid CommandId, Guid AccountId, bool MayFinish, string? Note = null) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class DelegateTaskHandler(
    TaskGate gate, InstanceRunner runner, TaskBook book, HeadNotices notices, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<DelegateTaskCommand, Done>
{
    public const string Action = "delegate";

    public async Task<Result<Done>> Handle(DelegateTaskCommand request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken, decides: false);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return Done.Value;
        // One owner, one delegate: a chain would leave nobody knowing who answers for the step.
        if (task.IsDelegated)
            return Error.RuleBroken(ApprovalErrors.DelegatedAlready, task.OwnerName);
        if (request.AccountId == caller.Id)
            return Error.Invalid(ApprovalErrors.DelegateToSelf, nameof(request.AccountId));
        var holders = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
        if (holders.FirstOrDefault(h => h.HolderId == request.AccountId) is not { HolderName: { } name })
            return Error.Invalid(ApprovalErrors.NotAHolder, nameof(request.AccountId));

        var note = string.IsNullOrWhiteSpace(request.Note) ? null : TaskCommandRules.Tidy(request.Note);
        var command = new EngineCommand(request.CommandId, new Remark(task.Token, Action), caller.Name, note);
        var applied = await runner.ApplyAsync(instance, command, StepDeed.By(caller, assignment.Title, task.Token, Action, note), now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (TaskGate.Explain(applied.Value, task) is { } error)
            return error;
        task.Delegate(caller.Id, caller.Name, request.AccountId, name, request.MayFinish);
        notices.Tell([request.AccountId], request.MayFinish ? "Delegated" : "DelegatedToPrepare", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, caller.Name);
        book.Tell(task);
        return Done.Value;
    }
}
