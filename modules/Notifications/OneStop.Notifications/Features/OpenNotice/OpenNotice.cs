using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.OnNotificationRequested;

namespace OneStop.Notifications.Features.OpenNotice;

/// <summary>Marks a notice as read and says which page it is about.</summary>
[Requires(Permissions.Read)]
internal sealed record OpenNotice(Guid NoticeId) : ICommand<OpenedNotice>;

internal sealed record OpenedNotice(string? Link);

internal sealed class OpenNoticeHandler(NotificationsDbContext context, ICallerContext caller, ILiveFeed live, TimeProvider time) : IHandler<OpenNotice, OpenedNotice>
{
    public async Task<Result<OpenedNotice>> Handle(OpenNotice request, CancellationToken cancellationToken)
    {
        var accountId = caller.Caller.Id;
        var notice = await context.Set<Notice>().SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.AccountId == accountId, cancellationToken);
        if (notice is null)
        {
            return NotificationErrors.NoticeMissing;
        }

        notice.MarkRead(time.GetUtcNow());
        context.AfterCommit(() => live.Publish(NoticeTopics.Of(accountId)));
        return new OpenedNotice(notice.Link);
    }
}
