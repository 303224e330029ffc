using OneStop.Kernel.Results;

namespace OneStop.Notifications.Domain;

internal static class NotificationErrors
{
    public static Error NoticeMissing => Error.NotFound("notification.notice_missing");

    public static Error DeliveryMissing => Error.NotFound("notification.delivery_missing");

    public static Error DeliveryNotFailed => Error.RuleBroken("notification.delivery_not_failed");

    public static Error EventMissing => Error.NotFound("notification.event_missing");

    public static Error EventNotDead => Error.RuleBroken("notification.event_not_dead");

    public static Error NoTestMailbox => Error.NotFound("notification.no_test_mailbox");

    public static Error TestMailMissing => Error.NotFound("notification.test_mail_missing");
}
