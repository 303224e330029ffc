using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Events;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;

namespace OneStop.Notifications.Features.ListDeadEvents;

/// <summary>Events between modules that were given up after all attempts. Shows which and why, not what they carry.</summary>
[Requires(Permissions.Operate)]
internal sealed record ListDeadEvents(string? Cursor = null) : IQuery<Page<DeadEventRow>>;

internal sealed record DeadEventRow(Guid Id, string EventType, string StreamKey, DateTimeOffset OccurredAt, DateTimeOffset DeadAt, int Attempts, string? LastError)
{
    public string Name => EventType[(EventType.LastIndexOf('.') + 1)..];
}

internal sealed class ListDeadEventsHandler(NotificationsDbContext context) : IHandler<ListDeadEvents, Page<DeadEventRow>>
{
    private const int PageSize = 30;

    public async Task<Result<Page<DeadEventRow>>> Handle(ListDeadEvents request, CancellationToken cancellationToken)
    {
        var dead = context.Set<OutboxMessage>().AsNoTracking().Where(m => m.DeadAt != null);
        if (Cursor.Decode<Position>(request.Cursor) is { } after)
            dead = dead.Before(m => m.DeadAt, m => m.Id, after.DeadAt, after.Id);
        var rows = await dead.OrderByDescending(m => m.DeadAt).ThenByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new DeadEventRow(m.Id, m.EventType, m.StreamKey, m.OccurredAt, m.DeadAt!.Value, m.Attempts, m.LastError)).ToListAsync(cancellationToken);
        return Page<DeadEventRow>.Cut(rows, PageSize, row => new Position(row.DeadAt, row.Id));
    }

    private sealed record Position(DateTimeOffset DeadAt, Guid Id);
}
