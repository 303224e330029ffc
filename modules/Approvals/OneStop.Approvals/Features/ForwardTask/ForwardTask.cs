using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
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
    TaskGate gate, InstanceRunner runner, TaskBook book, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time) : IHandler<ForwardTaskCommand, Done>
{
    public async Task<Result<Done>> Handle(ForwardTaskCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return Done.Value;
        var node = await runner.NodeOfAsync(instance, task, cancellationToken);
        if (!node.Actions.Any(a => a.Kind == ActionKind.Forward))
            return Error.Invalid(ApprovalErrors.UnknownAction);
        if (request.DepartmentId == task.DepartmentId)
            return Error.Invalid(ApprovalErrors.SameUnit, nameof(request.DepartmentId));
        // A department where nobody holds the role would swallow the dossier.
        var holders = await organisation.HoldersAsync(task.AgencyId, request.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
        if (holders.FirstOrDefault(h => h.DepartmentId == request.DepartmentId) is not { } post)
            return Error.Invalid(ApprovalErrors.UnknownUnit, nameof(request.DepartmentId));

        var reason = TaskCommandRules.Tidy(request.Reason);
        var deed = StepDeed.By(callers.Caller, assignment.Title, task.Token, StepOutcomes.Forward, reason);
        var command = new EngineCommand(request.CommandId, new Remark(task.Token, StepOutcomes.Forward), callers.Caller.Name, reason);
        var applied = await runner.ApplyAsync(instance, command, deed, now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (TaskGate.Explain(applied.Value, task) is { } error)
            return error;

        var group = new CandidateGroup(task.Role, task.AgencyId, task.AgencyName, task.AgencyPath, request.DepartmentId, post.DepartmentName);
        await book.MoveAsync(instance, node, task, group, deed, now, cancellationToken);
        return Done.Value;
    }
}
