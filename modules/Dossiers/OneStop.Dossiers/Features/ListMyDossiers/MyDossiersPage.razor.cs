using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ListMyDossiers;

public sealed partial class MyDossiersPage
{
    private static readonly Dictionary<MyView, string> Words = new() { [MyView.Running] = "dang-giai-quyet", [MyView.Drafts] = "ban-nhap", [MyView.Done] = "da-xong" };

    private MyDossiers? list;
    private MyView view;
    private string? problem;

    [SupplyParameterFromQuery(Name = "xem")] private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "sau")] private string? After { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    private List<TabLink> TabLinks => [.. Words.Select(w => new TabLink(T[$"List.View.{w.Key}"], DossiersUrls.ListOf(w.Value), w.Key == view, list!.Counts[w.Key]))];

    protected override async Task OnInitializedAsync()
    {
        view = Words.FirstOrDefault(w => w.Value == View).Key;
        var read = await Dispatcher.Send(new ListMyDossiers(view, After));
        if (!read.TryGet(out list))
            problem = ErrorTexts.Describe(read.Error);
    }

    private DossierCardView CardOf(MyDossierRow row) => new(
        row.Code ?? T["List.NoCode"], row.ProcedureName, D[$"Status.{(int)row.Status}"], DossierTones.Of(row.Status),
        row.Status == DossierStatus.Draft ? DossiersUrls.Tasks(row.Id) : DossiersUrls.Dossier(row.Id), null, row.Status == DossierStatus.Draft ? null : WhereOf(row), row.DueAt, row.FinishedAt, row.IsPaused,
        row.DueAt is not null && row.Status is not (DossierStatus.Refused or DossierStatus.Stopped), row.AgencyId) { LegalDueAt = row.LegalDueAt, LateAt = row.LateAt };

    private static string WhereOf(MyDossierRow row) => row.CurrentStepName is { } step ? $"{StepNames.In(step, row.CurrentStepNameEn)} – {row.CurrentAgencyName}" : row.AgencyName;
}
