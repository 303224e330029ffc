using System.Globalization;
using System.Resources;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Live;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Contracts;

namespace OneStop.Dossiers.Components;

// What follows when something of the citizen's reaches the desk: open queues read again, and the citizen gets it in writing.
internal sealed class DeskNotice(DossiersDbContext context, ILiveFeed live, TimeProvider time)
{
    private static readonly ResourceManager Texts = new(typeof(CitizenTexts));
    private static readonly CultureInfo Vi = ReadersCulture.Vietnamese;
    private static readonly CultureInfo En = ReadersCulture.English;

    public void Sent(Dossier dossier)
    {
        Changed(dossier);
        context.Raise(
            new NotificationRequested(dossier.OwnerId, null, "vi", "dossier", Both("Notice.SentSubject", dossier), Both("Notice.SentBody", dossier), DossiersUrls.Dossier(dossier.Id), []),
            time.GetUtcNow());
    }

    public void Changed(Dossier dossier)
    {
        var topic = ReceptionTopics.Of(dossier.ReceivingAgencyId);
        context.AfterCommit(() => live.Publish(topic));
    }

    private static LocalizedText Both(string key, Dossier dossier) => new(Say(key, Vi, dossier), Say(key, En, dossier));

    private static string Say(string key, CultureInfo culture, Dossier dossier) =>
        string.Format(culture, Texts.GetString(key, culture)!, dossier.PublicCode, dossier.ReceivingAgencyName);
}
