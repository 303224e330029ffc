using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Http;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Components;

internal static class DraftNavigation
{
    // A page of a draft that was sent meanwhile, in another tab or by the back button, leads to the dossier.
    public static void LeaveDraft(this NavigationManager navigation, Guid id, Error error)
    {
        if (error.Code == DossierErrors.DraftOnly)
            navigation.NavigateTo(DossiersUrls.Dossier(id));
        else
            navigation.NotFoundOrBusy(error);
    }
}
