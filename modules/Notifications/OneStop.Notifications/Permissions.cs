namespace OneStop.Notifications;

internal static class Permissions
{
    /// <summary>Reads one's own notices.</summary>
    public const string Read = "notifications.read";

    /// <summary>Sees which e-mails did not leave, without reading them, and sends them again.</summary>
    public const string Operate = "notifications.operate";
}
