using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Resources;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Catalogue.Features.ShowProcedure;

public sealed partial class ShowProcedurePage
{
    private const int LongestOpenNote = 110;

    [Parameter] public string Code { get; set; } = "";

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<CatalogueTexts> T { get; set; } = default!;

    private ProcedureView? View { get; set; }

    private BreadcrumbItem[] Above =>
        [new(T["SearchProcedures.Title"], CatalogueUrls.Search), new(View!.Field, CatalogueUrls.SearchFor(null, new SearchFilter(View.FieldSlug)))];

    private IReadOnlyList<ComponentRow> Submit => Of(ComponentKinds.Submit);

    private IReadOnlyList<ComponentRow> Present => Of(ComponentKinds.Present);

    private IReadOnlyList<ComponentRow> Notes => Of(ComponentKinds.Note);

    private IReadOnlyList<PlainFact> Terms => PlainFacts.Terms(View!, T);

    private IReadOnlyList<PlainFact> Fees => PlainFacts.Fees(View!, T);

    private string LevelNames => string.Join(", ", View!.Levels.Select(l => T[$"Desk.{l}"].Value).Distinct());

    private string ChannelNames => T["ShowProcedure.Ways", string.Join(", ", View!.Channels.Select(c => T[$"Channel.{c.Channel}"].Value.ToLowerInvariant()).Distinct())];

    private string AudienceNames => View!.Audiences.Count == 0
        ? T["Audience.any"]
        : string.Join(", ", AudienceCodes.All.Where(View.Audiences.Contains).Select(a => T[$"Audience.{a}"].Value));

    private IReadOnlyList<string> ResultNames => View!.Results.Count == 0 ? [T["ShowProcedure.NoResult"]] : [.. View.Results.Select(r => r.Name).Distinct()];

    protected override async Task OnParametersSetAsync()
    {
        var result = await Dispatcher.Send(new ShowProcedure(Code));
        if (result.TryGet(out var view))
            View = view;
        else
            Navigation.NotFoundOrBusy(result.Error);
    }

    private string TermOf(ChannelView channel) => PlainFacts.Term(channel, T);

    private ComponentRow[] Of(string kind) =>
        [.. View!.Components.Where(c => c.Kind == kind).Select(c => new ComponentRow(c.Name, c.Originals, c.Copies, c.Required, c.HasForm, c.Case))];
}
