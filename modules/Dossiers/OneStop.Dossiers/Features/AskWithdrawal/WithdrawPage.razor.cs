using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.AskWithdrawal;

public sealed partial class WithdrawPage
{
    private const string WithdrawForm = "withdraw";

    private MyDossierView? view;
    private IReadOnlyList<FieldProblem>? problems;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = WithdrawForm)] private string? Reason { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadMyDossier.ReadMyDossier(Id));
        if (!read.TryGet(out view))
            Navigation.NotFoundOrBusy(read.Error);
        else if (!view.CanAskWithdrawal)
            Navigation.NavigateTo(DossiersUrls.Dossier(Id));
        else
            Reason ??= (await KeptForms.TakeAsync(CancellationToken.None))?.GetValueOrDefault(nameof(Reason));
    }

    private async Task AskAsync()
    {
        var asked = await Dispatcher.Send(new AskWithdrawal(Id, Reason ?? ""));
        if (asked.IsSuccess)
            Navigation.NavigateTo(DossiersUrls.Dossier(Id));
        else
            problems = FieldProblems.Of(asked.Errors, ErrorTexts);
    }
}
