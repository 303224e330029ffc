using Microsoft.Extensions.Localization;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Contracts;

namespace OneStop.Dossiers.Components;

// Tells those at whose desks a result waits for its key.
internal sealed class ResultKeyNotices(DossiersDbContext context, IStringLocalizer<DeskTexts> texts)
{
    private const string Category = "task";

    public void Tell(Dossier dossier, IEnumerable<Guid?> people, string problem, DateTimeOffset now)
    {
        foreach (var person in people.OfType<Guid>().Distinct())
        {
            context.Raise(
                new NotificationRequested(
                    person, null, "vi", Category, texts.InBoth("ResultKey.Subject", dossier.Code!), texts.InBoth("ResultKey.Body", dossier.Code!, problem), DeskUrls.UnitDossier(dossier.Id), []),
                now);
        }
    }
}
