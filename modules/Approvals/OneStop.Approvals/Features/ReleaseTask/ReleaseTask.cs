using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReleaseTask;

/// <summary>Gives a claimed task back to the colleagues.</summary>
[Requires(Permissions.Work)]
internal sealed record ReleaseTaskCommand(Guid TaskId) : ICommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ReleaseTaskHandler(TaskGate gate, TaskBook book) : IHandler<ReleaseTaskCommand, Done>
{
    public async Task<Result<Done>> Handle(ReleaseTaskCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.TaskId, Guid.Empty, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        entered.Value.Task.Release();
        book.Tell(entered.Value.Task);
        return Done.Value;
    }
}
