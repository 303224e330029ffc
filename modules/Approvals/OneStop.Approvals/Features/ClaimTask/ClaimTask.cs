using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ClaimTask;

/// <summary>Says to the colleagues: I do this one.</summary>
[Requires(Permissions.Work)]
internal sealed record ClaimTaskCommand(Guid TaskId) : ICommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ClaimTaskHandler(TaskGate gate, TaskBook book, ICallerContext callers) : IHandler<ClaimTaskCommand, Done>
{
    public async Task<Result<Done>> Handle(ClaimTaskCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.TaskId, Guid.Empty, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        entered.Value.Task.Assign(callers.Caller.Id, callers.Caller.Name);
        book.Tell(entered.Value.Task);
        return Done.Value;
    }
}
