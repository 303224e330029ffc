using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.DeleteDraft;

public sealed partial class DeleteDraftPage
{
    private const string DeleteForm = "delete";

    private DraftView? view;
    private string? message;

    [Parameter] public Guid Id { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadDraft.ReadDraft(Id));
        if (!read.TryGet(out view))
            Navigation.LeaveDraft(Id, read.Error);
        else if (!view.IsDraft)
            Navigation.NavigateTo(DossiersUrls.Dossier(Id));
    }

    private async Task DeleteAsync()
    {
        var deleted = await Dispatcher.Send(new DeleteDraft(Id));
        if (deleted.IsSuccess)
            Navigation.NavigateTo(DossiersUrls.ListOf("ban-nhap"));
        else
            message = ErrorTexts.Describe(deleted.Error);
    }
}
