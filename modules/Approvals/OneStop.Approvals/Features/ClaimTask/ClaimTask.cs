using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ClaimTask;

/// <summary>Says to the colleagues: I do this one.</summary>
[Requires(Permissions.Work)]
internal sealed record ClaimTaskCommand(Guid TaskId, Guid CommandId = default) : ICommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ClaimTaskHandler(TaskGate gate, TaskBook book, ICallerContext callers) : IHandler<ClaimTaskCommand, Done>
{
    public async Task<Result<Done>> Handle(ClaimTaskCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken, decides: false);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, _, replayed) = entered.Value;
        // Whoever stands in for a delegate acts for the delegate; claiming would take the task from its owner.
        if (replayed || task.IsDelegated)
            return Done.Value;
        task.Assign(callers.Caller.Id, callers.Caller.Name);
        gate.Remember(instance, request.CommandId);
        book.Tell(task);
        return Done.Value;
    }
}
