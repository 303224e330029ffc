using System.Globalization;
using System.Resources;
using OneStop.Notifications.Resources;

namespace OneStop.Notifications.Integrations.Smtp;

/// <summary>Words of the e-mail template in the recipient's language, which is not that of the running thread.</summary>
internal sealed class MailTexts(string culture)
{
    private static readonly ResourceManager Resources = new(typeof(NotificationsTexts));

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(culture);

    public string this[string key] => Resources.GetString(key, culture) ?? throw new InvalidOperationException($"The text {key} is missing from NotificationsTexts.resx.");

    public string this[string key, params object[] values] => string.Format(culture, this[key], values);
}
