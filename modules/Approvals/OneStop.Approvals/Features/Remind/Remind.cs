using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.Remind;

/// <summary>The day somebody has asked to be reminded on has come. A task that is done by then needs no reminding.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record RemindCommand(Guid FollowUpId) : ICommand;

internal sealed class RemindHandler(ApprovalsDbContext context, HeadNotices notices, ILiveFeed live, TimeProvider time) : IHandler<RemindCommand, Done>
{
    public async Task<Result<Done>> Handle(RemindCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await context.FollowUps.SingleOrDefaultAsync(f => f.Id == request.FollowUpId, cancellationToken) is not { DueAt: { } due } wish || due > now)
            return Done.Value;
        var task = await context.Tasks.AsNoTracking().SingleAsync(t => t.Id == wish.TaskId, cancellationToken);
        if (!task.IsOpen)
        {
            context.FollowUps.Remove(wish);
            return Done.Value;
        }

        (wish.DueAt, wish.ReachedAt, wish.LeasedUntil) = (null, now, null);
        notices.Tell([wish.AccountId], "FollowUp", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName);
        context.AfterCommit(() => live.Publish(InboxTopics.Agency(task.AgencyId)));
        return Done.Value;
    }
}
