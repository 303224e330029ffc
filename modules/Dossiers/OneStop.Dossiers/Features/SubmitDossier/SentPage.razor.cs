using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Features.SubmitDossier;

public sealed partial class SentPage
{
    private MyDossierView? view;

    [Parameter] public Guid Id { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadMyDossier.ReadMyDossier(Id));
        if (!read.TryGet(out view))
            Navigation.NotFoundOrBusy(read.Error);
        else if (view.SubmittedAt is null)
            Navigation.NavigateTo(DossiersUrls.Tasks(Id));
    }
}
