using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ClaimTask;

/// <summary>Says to the colleagues: I do this one.</summary>
[Requires(Permissions.Work)]
internal sealed record ClaimTaskCommand(Guid TaskId, Guid CommandId = default) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ClaimTaskHandler(TaskGate gate, TaskBook book, ICallerContext callers) : IHandler<ClaimTaskCommand, Done>
{
    public Task<Result<Done>> Handle(ClaimTaskCommand request, CancellationToken cancellationToken) => gate.HoldAsync(request, entered =>
    {
        var task = entered.Task;
        // Whoever stands in for a delegate acts for the delegate; claiming would take the task from its owner.
        if (!task.IsDelegated)
        {
            var (holder, name) = entered.HolderFor(callers.Caller);
            task.Assign(holder, name);
            gate.Remember(entered.Instance, request.CommandId);
            book.Tell(task);
        }

        return Task.FromResult<Result<Done>>(Done.Value);
    }, cancellationToken);
}
