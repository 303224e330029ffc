using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Features.ListNotices;

[Requires(Permissions.Read)]
internal sealed record ListNotices(string? Cursor = null) : IQuery<NoticeList>;

internal sealed record NoticeList(Page<NoticeRow> Page, int Unread);

internal sealed record NoticeRow(Guid Id, LocalizedText Subject, LocalizedText Body, string? Link, DateTimeOffset CreatedAt, bool IsRead);

internal sealed class ListNoticesHandler(NotificationsDbContext context, ICallerContext caller) : IHandler<ListNotices, NoticeList>
{
    private const int PageSize = 20;

    public async Task<Result<NoticeList>> Handle(ListNotices request, CancellationToken cancellationToken)
    {
        var accountId = caller.Caller.Id;
        var own = context.Set<Notice>().AsNoTracking().Where(n => n.AccountId == accountId);
        var listed = own;
        if (Cursor.Decode<Position>(request.Cursor) is { } after)
        {
            listed = own.Before(n => n.CreatedAt, n => n.Id, after.CreatedAt, after.Id);
        }

        var rows = await listed.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(PageSize + 1)
            .Select(n => new NoticeRow(n.Id, new LocalizedText(n.SubjectVi, n.SubjectEn), new LocalizedText(n.BodyVi, n.BodyEn), n.Link, n.CreatedAt, n.ReadAt != null))
            .ToListAsync(cancellationToken);
        var unread = await own.CountAsync(n => n.ReadAt == null, cancellationToken);
        return new NoticeList(Page<NoticeRow>.Cut(rows, PageSize, row => new Position(row.CreatedAt, row.Id)), unread);
    }

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
