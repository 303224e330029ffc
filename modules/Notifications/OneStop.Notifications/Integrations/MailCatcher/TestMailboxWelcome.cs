using System.Globalization;
using System.Resources;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Resources;

namespace OneStop.Notifications.Integrations.MailCatcher;

internal sealed class TestMailboxWelcome(TestMailbox mailbox) : IWelcomeLines
{
    private static readonly ResourceManager Texts = new(typeof(NotificationsTexts));

    public IEnumerable<string> Lines => mailbox.Port is { } port
        ? [string.Format(CultureInfo.InvariantCulture, Texts.GetString("Welcome.TestMailbox", ReadersCulture.English)!, NotificationsUrls.TestMailbox, port)]
        : [];
}
