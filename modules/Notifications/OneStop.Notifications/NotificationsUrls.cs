using OneStop.Notifications.Domain;

namespace OneStop.Notifications;

internal static class NotificationsUrls
{
    public const string Notices = "/thong-bao";
    public const string Notice = "/thong-bao/{Id:guid}";
    public const string Deliveries = "/he-thong/gui-tin";
    public const string DeadEvents = "/he-thong/su-kien";
    public const string TestMailbox = "/hom-thu-thu-nghiem";
    public const string TestMail = "/hom-thu-thu-nghiem/{Id:int}";

    public static string NoticesAfter(string? cursor) => cursor is null ? Notices : $"{Notices}?sau={Uri.EscapeDataString(cursor)}";

    public static string NoticeOf(Guid id) => $"{Notices}/{id}";

    public static string DeliveriesIn(DeliveryStatus? status, string? cursor = null)
    {
        var filter = status is null ? Deliveries : $"{Deliveries}?trang-thai={status}";
        return cursor is null ? filter : $"{filter}{(status is null ? '?' : '&')}sau={Uri.EscapeDataString(cursor)}";
    }

    public static string DeadEventsAfter(string cursor) => $"{DeadEvents}?sau={Uri.EscapeDataString(cursor)}";

    public static string TestMailOf(int id) => $"{TestMailbox}/{id}";

    public static string TestMailAttachment(int id, int number) => $"{TestMailbox}/{id}/tep/{number}";
}
