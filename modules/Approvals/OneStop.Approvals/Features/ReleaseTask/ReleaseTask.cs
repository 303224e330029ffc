using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReleaseTask;

/// <summary>Gives a claimed task back to the colleagues, a delegated one back to its owner.</summary>
[Requires(Permissions.Work)]
internal sealed record ReleaseTaskCommand(Guid TaskId, Guid CommandId = default) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class ReleaseTaskHandler(TaskGate gate, TaskBook book, HeadNotices notices, ICallerContext callers) : IHandler<ReleaseTaskCommand, Done>
{
    public Task<Result<Done>> Handle(ReleaseTaskCommand request, CancellationToken cancellationToken) => gate.HoldAsync(request, entered =>
    {
        var task = entered.Task;
        if (task.OwnerId is { } owner)
            notices.Tell([owner], "HandedBack", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, callers.Caller.Name);
        task.Release();
        gate.Remember(entered.Instance, request.CommandId);
        book.Tell(task);
        return Task.FromResult<Result<Done>>(Done.Value);
    }, cancellationToken);
}
