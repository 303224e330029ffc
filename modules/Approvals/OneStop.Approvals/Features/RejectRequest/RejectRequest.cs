using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
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

internal sealed class RejectRequestHandler(TaskGate gate, ConsultationGuard guard, ApprovalsDbContext context, ICallerContext callers, TimeProvider time)
    : IHandler<RejectRequestCommand, Done>
{
    public Task<Result<Done>> Handle(RejectRequestCommand request, CancellationToken cancellationToken) =>
        gate.ActAsync(request, ActionKind.Reject, entered => RejectAsync(request, entered, cancellationToken), cancellationToken);

    private async Task<Result<Done>> RejectAsync(RejectRequestCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var (task, now) = (entered.Task, time.GetUtcNow());
        if (await guard.CheckAsync(entered.Instance, task, decides: true, cancellationToken) is { } awaited)
            return awaited;

        var reason = TaskCommandRules.Tidy(request.Reason);
        var applied = await gate.ApplyAsync(entered, new Terminate(StepOutcomes.Reject), gate.Deed(entered, StepOutcomes.Reject, reason), cancellationToken, reason);
        if (applied.IsFailure)
            return applied;
        context.Raise(new RequestRejected(task.DossierId, callers.Caller.Id, callers.Caller.Name, task.AgencyId, reason, now), now);
        return Done.Value;
    }
}
