using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ChooseReceiver;

public sealed partial class ChooseReceiverPage
{
    private const string ReceiverForm = "receiver";

    private DraftView? view;
    private IReadOnlyList<Choice> places = [];
    private IReadOnlyList<FieldProblem>? problems;
    private string? message;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = ReceiverForm)] private string? PlaceCode { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var listed = await Dispatcher.Send(new ListPlaces.ListPlaces());
        if (listed.TryGet(out var rows))
            places = [.. rows.Select(p => new Choice(p.Code, p.Name, Group: p.District))];
        else
            message = ErrorTexts.Describe(listed.Error);
        var read = await Dispatcher.Send(new ReadDraft.ReadDraft(Id));
        if (!read.TryGet(out view))
            Navigation.LeaveDraft(Id, read.Error);
        else if (!view.IsDraft)
            Navigation.NavigateTo(DossiersUrls.Dossier(Id));
    }

    private async Task SaveAsync()
    {
        var chosen = await Dispatcher.Send(new ChooseReceiver(Id, PlaceCode));
        if (chosen.IsSuccess)
            Navigation.NavigateTo(DossiersUrls.Tasks(Id));
        else if (chosen.Error.Field is null)
            message = ErrorTexts.Describe(chosen.Error);
        else
            problems = FieldProblems.Of(chosen.Errors, ErrorTexts);
    }
}
