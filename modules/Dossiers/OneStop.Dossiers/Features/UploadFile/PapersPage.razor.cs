using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.UploadFile;

public sealed partial class PapersPage
{
    private DraftView? view;
    private string? failure;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "loi")] private string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "muc")] private string? Component { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        failure = UploadErrors.Describe(Code, ErrorTexts);
        var read = await Dispatcher.Send(new ReadDraft.ReadDraft(Id));
        if (!read.TryGet(out view))
            Navigation.LeaveDraft(Id, read.Error);
    }
}
