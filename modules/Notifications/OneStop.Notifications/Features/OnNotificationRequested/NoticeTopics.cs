namespace OneStop.Notifications.Features.OnNotificationRequested;

internal static class NoticeTopics
{
    public static string Of(Guid accountId) => $"notices:{accountId}";
}
