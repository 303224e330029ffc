using Microsoft.AspNetCore.Components;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.PrepareStart;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.Organisation.Contracts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.StartDossier;

public sealed partial class StartDossierPage
{
    private const string StartForm = "start";

    private StartView? view;
    private IReadOnlyList<FieldProblem>? problems;

    [Parameter] public string ProcedureCode { get; set; } = "";

    [SupplyParameterFromQuery(Name = "huyen")] private string? District { get; set; }

    [SupplyParameterFromQuery(Name = "xa")] private string? Commune { get; set; }

    [SupplyParameterFromForm(FormName = StartForm)] private string? ClientKey { get; set; }

    [SupplyParameterFromForm(FormName = StartForm)] private string? PlaceCode { get; set; }

    [SupplyParameterFromForm(FormName = StartForm)] private string? Case { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new PrepareStart.PrepareStart(ProcedureCode, District, Commune));
        if (!read.TryGet(out view))
            Navigation.NotFoundOrBusy(read.Error);
    }

    private async Task StartAsync()
    {
        var started = await Dispatcher.Send(new StartDossier(ProcedureCode, PlaceCode ?? "", Case, ClientKey ?? ""));
        if (started.TryGet(out var id))
            Navigation.NavigateTo(DossiersUrls.Tasks(id));
        else
            problems = FieldProblems.Of(started.Errors, ErrorTexts);
    }

    private static List<Choice> ChoicesOf(IReadOnlyList<PlaceInfo> places) => [.. places.Select(p => new Choice(p.Code, p.Name))];

    private string TermOf(StartView shown) => shown switch
    {
        { TermText: { } text } => text,
        { TermGap: { Kind: TermGapKind.ByCase } gap } => T["Start.TermByCase", gap.Text],
        { TermGap: { } gap } => gap.Text,
        _ => T["Start.NoTerm"],
    };
}
