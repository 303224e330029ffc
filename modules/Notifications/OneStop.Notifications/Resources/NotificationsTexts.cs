namespace OneStop.Notifications.Resources;

public sealed class NotificationsTexts;
