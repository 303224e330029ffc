using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReturnTask;

/// <summary>Sends the dossier back to a step it has passed.</summary>
[Requires(Permissions.Work)]
internal sealed record ReturnTaskCommand(Guid TaskId, Guid CommandId, string ToElement, string Reason) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ReturnTaskHandler(TaskGate gate, InstanceRunner runner, ICallerContext callers, TimeProvider time) : IHandler<ReturnTaskCommand, Done>
{
    public async Task<Result<Done>> Handle(ReturnTaskCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return Done.Value;
        var node = await runner.NodeOfAsync(instance, task, cancellationToken);
        if (!node.Actions.Any(a => a.Kind == ActionKind.Return))
            return Error.Invalid(ApprovalErrors.UnknownAction);

        var reason = TaskCommandRules.Tidy(request.Reason);
        var command = new EngineCommand(request.CommandId, new SendBack(task.Token, request.ToElement), callers.Caller.Name, reason);
        var deed = StepDeed.By(callers.Caller, assignment.Title, task.Token, StepOutcomes.Return, reason);
        var applied = await runner.ApplyAsync(instance, command, deed, time.GetUtcNow(), cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        return TaskGate.Explain(applied.Value, task) is { } error ? error : Done.Value;
    }
}
