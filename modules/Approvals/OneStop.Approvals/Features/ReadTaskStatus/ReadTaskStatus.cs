using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReadTaskStatus;

/// <summary>How a task stands now, without opening the dossier again: for a page that has been told of a change.</summary>
[Requires(Permissions.Work)]
internal sealed record ReadTaskStatusQuery(Guid TaskId) : IQuery<TaskStatusNow>;

internal sealed record TaskStatusNow(TaskState State, Guid? AssigneeId, string? AssigneeName, string? ClosedByName, DateTimeOffset? ClosedAt)
{
    public bool IsOpen => State is TaskState.Open or TaskState.Suspended or TaskState.Unroutable;
}

internal sealed class ReadTaskStatusHandler(ApprovalsDbContext context, ICallerContext callers) : IHandler<ReadTaskStatusQuery, TaskStatusNow>
{
    public async Task<Result<TaskStatusNow>> Handle(ReadTaskStatusQuery request, CancellationToken cancellationToken)
    {
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        return task is null || !TaskAuthority.MayRead(callers.Caller, task)
            ? ApprovalErrors.Missing()
            : new TaskStatusNow(task.State, task.AssigneeId, task.AssigneeName, task.ClosedByName, task.ClosedAt);
    }
}
