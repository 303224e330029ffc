using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Resources;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Catalogue.Features.SearchProcedures;

public sealed partial class SearchProceduresPage
{
    private bool hasFailed;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IStringLocalizer<CatalogueTexts> T { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")] private string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "linh-vuc")] private string? FieldSlug { get; set; }

    [SupplyParameterFromQuery(Name = "cap")] private string? Level { get; set; }

    [SupplyParameterFromQuery(Name = "doi-tuong")] private string? Audience { get; set; }

    [SupplyParameterFromQuery(Name = "su-kien")] private string? LifeEvent { get; set; }

    [SupplyParameterFromQuery(Name = "truc-tuyen")] private string? Online { get; set; }

    [SupplyParameterFromQuery(Name = "sau")] private string? After { get; set; }

    private ProcedureList? List { get; set; }

    private SearchFilter Filter { get; set; } = new();

    private bool OnlineOnly => Online == "1";

    private bool IsStart => string.IsNullOrWhiteSpace(Words) && Filter.IsEmpty && After is null;

    private string? WindowTitle => string.IsNullOrWhiteSpace(Words) ? null : T["SearchProcedures.WindowTitle", Words].Value;

    private string? NextUrl => List?.Next is { } next ? CatalogueUrls.SearchFor(Words, Filter, next) : null;

    private Choice[] FieldChoices => [.. (List?.Fields ?? []).Select(f => new Choice(f.Slug, $"{f.Name} ({f.Count})"))];

    private Choice[] LevelChoices => [.. LevelCodes.All.Where(l => l != LevelCodes.District).Select(l => new Choice(l, T[$"Level.{l}"]))];

    private Choice[] AudienceChoices => [.. AudienceCodes.All.Select(a => new Choice(a, T[$"Audience.{a}"]))];

    private Choice[] LifeEventChoices => [.. Search.LifeEvents.All.Select(e => new Choice(e.Slug, T[$"LifeEvent.{e.Key}"]))];

    private List<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (Filter.LifeEvent is { } slug)
                chips.Add(new FilterChip(Search.LifeEvents.Find(slug) is { } e ? T[$"LifeEvent.{e.Key}"] : slug, Without(Filter with { LifeEvent = null })));
            if (Filter.FieldSlug is { } chosen)
                chips.Add(new FilterChip(List?.Fields.FirstOrDefault(f => f.Slug == chosen)?.Name ?? chosen, Without(Filter with { FieldSlug = null })));
            if (Filter.Level is { } level)
                chips.Add(new FilterChip(T[$"Level.{level}"], Without(Filter with { Level = null })));
            if (Filter.Audience is { } audience)
                chips.Add(new FilterChip(T[$"Audience.{audience}"], Without(Filter with { Audience = null })));
            if (Filter.OnlineOnly)
                chips.Add(new FilterChip(T["Procedure.Online"], Without(Filter with { OnlineOnly = false })));
            return chips;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        Filter = new SearchFilter(Given(FieldSlug), Known(Level, LevelCodes.All), Known(Audience, AudienceCodes.All), Given(LifeEvent), OnlineOnly);
        var result = await Dispatcher.Send(new SearchProcedures(Words, Filter, After));
        List = result.TryGet(out var list) ? list : null;
        hasFailed = result.IsFailure;
    }

    private string Without(SearchFilter filter) => CatalogueUrls.SearchFor(Words, filter);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Known(string? value, string[] codes) => codes.Contains(value) ? value : null;
}
