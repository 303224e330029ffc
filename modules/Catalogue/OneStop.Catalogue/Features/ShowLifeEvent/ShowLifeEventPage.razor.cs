using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Resources;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Catalogue.Features.ShowLifeEvent;

public sealed partial class ShowLifeEventPage
{
    [Parameter] public string Slug { get; set; } = "";

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<CatalogueTexts> T { get; set; } = default!;

    private LifeEventView? View { get; set; }

    private BreadcrumbItem[] Above => [new(T["SearchProcedures.Title"], CatalogueUrls.Search)];

    protected override async Task OnParametersSetAsync()
    {
        var result = await Dispatcher.Send(new ShowLifeEvent(Slug));
        if (result.TryGet(out var view))
            View = view;
        else
            Navigation.NotFoundOrBusy(result.Error);
    }
}
