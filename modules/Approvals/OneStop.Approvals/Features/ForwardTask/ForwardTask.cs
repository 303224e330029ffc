using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.ForwardTask;

/// <summary>Hands the step to the same role in another department of the agency.</summary>
[Requires(Permissions.Work)]
internal sealed record ForwardTaskCommand(Guid TaskId, Guid CommandId, Guid DepartmentId, string Reason) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ForwardTaskHandler(
    TaskGate gate, TaskBook book, IOrganisationDirectory organisation, TimeProvider time) : IHandler<ForwardTaskCommand, Done>
{
    public Task<Result<Done>> Handle(ForwardTaskCommand request, CancellationToken cancellationToken) =>
        gate.ActAsync(request, ActionKind.Forward, entered => ForwardAsync(request, entered, cancellationToken), cancellationToken);

    private async Task<Result<Done>> ForwardAsync(ForwardTaskCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var (task, now) = (entered.Task, time.GetUtcNow());
        if (request.DepartmentId == task.DepartmentId)
            return Error.Invalid(ApprovalErrors.SameUnit, nameof(request.DepartmentId));
        // A department where nobody holds the role would swallow the dossier.
        var holders = await organisation.HoldersAsync(task.AgencyId, request.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
        if (holders.FirstOrDefault(h => h.DepartmentId == request.DepartmentId) is not { } post)
            return Error.Invalid(ApprovalErrors.UnknownUnit, nameof(request.DepartmentId));

        var reason = TaskCommandRules.Tidy(request.Reason);
        var applied = await gate.RemarkAsync(entered, StepOutcomes.Forward, reason, cancellationToken);
        if (applied.IsFailure)
            return applied;

        var group = new CandidateGroup(task.Role, task.AgencyId, task.AgencyName, task.AgencyPath, request.DepartmentId, post.DepartmentName);
        await book.MoveAsync(entered.Instance, entered.Node, task, group, gate.Deed(entered, StepOutcomes.Forward, reason), now, cancellationToken);
        return Done.Value;
    }
}
