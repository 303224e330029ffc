using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.ReadUnitDossier;

public sealed partial class ReadUnitDossierPage
{
    private UnitDossier? read;
    private string? problem;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ReadUnitDossier(Id));
        if (result.TryGet(out var found))
            read = found;
        else
            problem = Errors.Describe(result.Error);
    }
}
