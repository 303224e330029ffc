using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.SearchUnitDossiers;

public sealed partial class SearchUnitDossiersPage
{
    private Page<UnitDossierRow> shown = Page<UnitDossierRow>.Empty;
    private string? problem;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "sau")]
    private string? After { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private string? NextUrl => shown.Next is { } next ? $"{DeskUrls.UnitSearch}?q={Uri.EscapeDataString(Search ?? "")}&sau={next}" : null;

    private string? FirstUrl => After is null ? null : $"{DeskUrls.UnitSearch}?q={Uri.EscapeDataString(Search ?? "")}";

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new SearchUnitDossiers(Search, After));
        if (read.TryGet(out var found))
            shown = found;
        else
            problem = Errors.Describe(read.Error);
    }
}
