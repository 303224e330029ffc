using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.MarkRead;

/// <summary>Somebody has opened the task. The one whose work it is counts like everybody else: a head sees that it has been looked at.</summary>
[Requires(Permissions.Work)]
internal sealed record MarkReadCommand(Guid TaskId) : ICommand;

internal sealed class MarkReadHandler(ApprovalsDbContext context, ICallerContext callers, ILiveFeed live, TimeProvider time) : IHandler<MarkReadCommand, Done>
{
    public async Task<Result<Done>> Handle(MarkReadCommand request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || !TaskAuthority.MayRead(caller, task))
            return ApprovalErrors.Missing();
        var me = caller.Id;
        var reading = await context.Readings.SingleOrDefaultAsync(r => r.TaskId == task.Id && r.AccountId == me, cancellationToken);
        if (reading is null)
        {
            context.Readings.Add(reading = new TaskReading { TaskId = task.Id, AccountId = me, AccountName = caller.Name, FirstAt = now });
            context.AfterCommit(() => live.Publish(InboxTopics.Desk(task.DossierId)));
        }

        (reading.LastAt, reading.Times) = (now, reading.Times + 1);
        return Done.Value;
    }
}
