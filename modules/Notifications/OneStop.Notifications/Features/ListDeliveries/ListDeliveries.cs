using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Features.ListDeliveries;

/// <summary>E-mails by what became of them. Shows that a message did not leave and why, not what it says.</summary>
[Requires(Permissions.Operate)]
internal sealed record ListDeliveries(DeliveryStatus? Status = DeliveryStatus.Failed, string? Cursor = null) : IQuery<DeliveryList>;

internal sealed record DeliveryList(Page<DeliveryRow> Page, IReadOnlyDictionary<DeliveryStatus, int> Counts);

internal sealed record DeliveryRow(
    Guid Id, string MaskedAddress, string Category, DeliveryStatus Status, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, DateTimeOffset? SentAt, string? LastError);

internal sealed class ListDeliveriesHandler(NotificationsDbContext context) : IHandler<ListDeliveries, DeliveryList>
{
    private const int PageSize = 30;

    public async Task<Result<DeliveryList>> Handle(ListDeliveries request, CancellationToken cancellationToken)
    {
        var deliveries = context.Set<Delivery>().AsNoTracking();
        var listed = request.Status is { } status ? deliveries.Where(d => d.Status == status) : deliveries;
        if (Cursor.Decode<Position>(request.Cursor) is { } after)
        {
            listed = listed.Before(d => d.CreatedAt, d => d.Id, after.CreatedAt, after.Id);
        }

        var rows = await listed.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .Join(context.Set<Notice>(), d => d.NoticeId, n => n.Id, (d, n) => new { Delivery = d, n.Category })
            .OrderByDescending(r => r.Delivery.CreatedAt).ThenByDescending(r => r.Delivery.Id)
            .Select(r => new DeliveryRow(
                r.Delivery.Id, r.Delivery.Address, r.Category, r.Delivery.Status, r.Delivery.Attempts, r.Delivery.CreatedAt, r.Delivery.DueAt, r.Delivery.SentAt, r.Delivery.LastError))
            .ToListAsync(cancellationToken);
        var counts = await deliveries.GroupBy(d => d.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var masked = rows.ConvertAll(row => row with { MaskedAddress = Mask(row.MaskedAddress) });
        return new DeliveryList(Page<DeliveryRow>.Cut(masked, PageSize, row => new Position(row.CreatedAt, row.Id)), counts);
    }

    /// <summary>Enough to recognise an address that is wrong, not enough to learn whose it is.</summary>
    internal static string Mask(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 1 ? "***" : $"{address[0]}***{address[at..]}";
    }

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
