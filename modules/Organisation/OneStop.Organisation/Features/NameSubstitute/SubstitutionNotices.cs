using Microsoft.Extensions.Localization;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Resources;
using OneStop.UI;

namespace OneStop.Organisation.Features.NameSubstitute;

// Both hear of it, whoever has named or ended it.
internal sealed class SubstitutionNotices(OrganisationDbContext context, IStringLocalizer<OrganisationTexts> texts)
{
    private const string Category = "task";

    public void TellNamed(Substitution substitution, string title, DateTimeOffset now)
    {
        object[] args = [substitution.HolderName, substitution.SubstituteName, title, DateText.Write(substitution.From)!, DateText.Write(substitution.Through)!, substitution.NamedByName];
        Tell(substitution.SubstituteId, "Substitution.NamedForSubstitute", args, now);
        Tell(substitution.HolderId, "Substitution.NamedForHolder", args, now);
    }

    public void TellEnded(Substitution substitution, string title, DateTimeOffset now)
    {
        object[] args = [substitution.HolderName, substitution.SubstituteName, title, substitution.EndedByName!];
        Tell(substitution.SubstituteId, "Substitution.EndedForSubstitute", args, now);
        Tell(substitution.HolderId, "Substitution.EndedForHolder", args, now);
    }

    private void Tell(Guid accountId, string key, object[] args, DateTimeOffset now) =>
        context.Raise(
            new NotificationRequested(accountId, null, "vi", Category, texts.InBoth($"{key}.Subject", args), texts.InBoth($"{key}.Body", args), OrganisationUrls.Substitutes, []), now);
}
