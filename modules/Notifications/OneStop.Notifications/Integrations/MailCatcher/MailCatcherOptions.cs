namespace OneStop.Notifications.Integrations.MailCatcher;

/// <summary>Section Notifications:MailCatcher, in Development only.</summary>
internal sealed class MailCatcherOptions
{
    public const string Section = "Notifications:MailCatcher";

    /// <summary>0 takes any free port.</summary>
    public int Port { get; set; } = 5081;
}
