using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReadMyDossier;

public sealed partial class MyDossierPage
{
    private MyDossierView? view;
    private IReadOnlyList<TimelineEntry> timeline = [];

    [Parameter] public Guid Id { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private List<FileRow> Results => FilesOf(DossierFileKind.Result);

    private List<FileRow> Forms => FilesOf(DossierFileKind.Form);

    private List<FileRow> Sent => FilesOf(DossierFileKind.Citizen);

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadMyDossier(Id));
        if (!read.TryGet(out view))
            Navigation.NotFoundOrBusy(read.Error);
        else if (view.Status == DossierStatus.Draft)
            Navigation.NavigateTo(DossiersUrls.Tasks(Id));
        else
            timeline = new DossierTimeline(view, T, D).Entries();
    }

    private List<FileRow> FilesOf(DossierFileKind kind) => [.. view!.Files.Where(f => f.Kind == kind)];
}
