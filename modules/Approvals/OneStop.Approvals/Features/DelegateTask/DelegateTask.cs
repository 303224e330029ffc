using OneStop.Approvals.Domain;
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
    TaskGate gate, TaskBook book, HeadNotices notices, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<DelegateTaskCommand, Done>
{
    public const string Action = "delegate";

    public Task<Result<Done>> Handle(DelegateTaskCommand request, CancellationToken cancellationToken) =>
        gate.HoldAsync(request, entered => DelegateAsync(request, entered, cancellationToken), cancellationToken);

    private async Task<Result<Done>> DelegateAsync(DelegateTaskCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var task = entered.Task;
        var (owner, ownerName) = entered.HolderFor(callers.Caller);
        // One owner, one delegate: a chain would leave nobody knowing who answers for the step.
        if (task.IsDelegated)
            return Error.RuleBroken(ApprovalErrors.DelegatedAlready, task.OwnerName);
        if (request.AccountId == callers.Caller.Id || request.AccountId == owner)
            return Error.Invalid(ApprovalErrors.DelegateToSelf, nameof(request.AccountId));
        var holders = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, time.GetUtcNow().VietnamDate(), cancellationToken);
        if (holders.FirstOrDefault(h => h.HolderId == request.AccountId) is not { HolderName: { } name })
            return Error.Invalid(ApprovalErrors.NotAHolder, nameof(request.AccountId));

        var note = string.IsNullOrWhiteSpace(request.Note) ? null : TaskCommandRules.Tidy(request.Note);
        var applied = await gate.RemarkAsync(entered, Action, note, cancellationToken);
        if (applied.IsFailure)
            return applied;
        task.Delegate(owner, ownerName, request.AccountId, name, request.MayFinish);
        notices.Tell([request.AccountId], request.MayFinish ? "Delegated" : "DelegatedToPrepare", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, callers.Caller.Name);
        book.Tell(task);
        return Done.Value;
    }
}
