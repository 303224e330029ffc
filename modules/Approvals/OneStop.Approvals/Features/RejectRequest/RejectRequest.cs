using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RejectRequest;

/// <summary>Refuses the request with a legal reason; the process ends and the dossier stops.</summary>
[Requires(Permissions.Work)]
internal sealed record RejectRequestCommand(Guid TaskId, Guid CommandId, string Reason) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class RejectRequestHandler(TaskGate gate, InstanceRunner runner, ConsultationGuard guard, ApprovalsDbContext context, ICallerContext callers, TimeProvider time)
    : IHandler<RejectRequestCommand, Done>
{
    public async Task<Result<Done>> Handle(RejectRequestCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return Done.Value;
        var node = await runner.NodeOfAsync(instance, task, cancellationToken);
        if (!node.Actions.Any(a => a.Kind == ActionKind.Reject))
            return Error.Invalid(ApprovalErrors.UnknownAction);
        if (await guard.CheckAsync(instance, task, decides: true, cancellationToken) is { } awaited)
            return awaited;

        var reason = TaskCommandRules.Tidy(request.Reason);
        var deed = StepDeed.By(callers.Caller, assignment.Title, task.Token, StepOutcomes.Reject, reason);
        var command = new EngineCommand(request.CommandId, new Terminate(StepOutcomes.Reject), callers.Caller.Name, reason);
        var applied = await runner.ApplyAsync(instance, command, deed, now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (TaskGate.Explain(applied.Value, task) is { } error)
            return error;
        context.Raise(new RequestRejected(task.DossierId, callers.Caller.Id, callers.Caller.Name, task.AgencyId, reason, now), now);
        return Done.Value;
    }
}
