using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.OnNotificationRequested;

namespace OneStop.Notifications.Features.MarkNoticesRead;

/// <summary>One notice of the caller, or all of them.</summary>
[Requires(Permissions.Read)]
internal sealed record MarkNoticesRead(Guid? NoticeId = null) : ICommand;

internal sealed class MarkNoticesReadHandler(NotificationsDbContext context, ICallerContext caller, ILiveFeed live, TimeProvider time) : IHandler<MarkNoticesRead, Done>
{
    public async Task<Result<Done>> Handle(MarkNoticesRead request, CancellationToken cancellationToken)
    {
        var accountId = caller.Caller.Id;
        var now = time.GetUtcNow();
        var own = context.Set<Notice>().Where(n => n.AccountId == accountId);
        if (request.NoticeId is { } id && !await own.AnyAsync(n => n.Id == id, cancellationToken))
        {
            return NotificationErrors.NoticeMissing;
        }

        await own.Where(n => n.ReadAt == null && (request.NoticeId == null || n.Id == request.NoticeId))
            .ExecuteUpdateAsync(row => row.SetProperty(n => n.ReadAt, now), cancellationToken);
        context.AfterCommit(() => live.Publish(NoticeTopics.Of(accountId)));
        return Done.Value;
    }
}
