using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.AnswerSupplement;

public sealed partial class SupplementPage
{
    private const string SendForm = "supplement";

    private MyDossierView? view;
    private DraftView? draft;
    private IReadOnlyList<FieldProblem>? problems;
    private string? failure;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "loi")] private string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "muc")] private string? Component { get; set; }

    [SupplyParameterFromForm(FormName = SendForm)] private string? Answer { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private List<TaskItem> Facts =>
    [
        .. draft!.Sections.Select(s => new TaskItem(
            s.Section.Title.ToString(), s.Errors.Count == 0 ? T["Tasks.Complete"] : T["Tasks.Begun"], s.Errors.Count == 0 ? Tone.Done : Tone.Warning,
            DossiersUrls.Section(Id, s.Section.Key))),
    ];

    protected override async Task OnInitializedAsync()
    {
        failure = UploadErrors.Describe(Code, ErrorTexts);
        var read = await Dispatcher.Send(new ReadMyDossier.ReadMyDossier(Id));
        if (!read.TryGet(out view))
        {
            Navigation.NotFoundOrBusy(read.Error);
            return;
        }

        var papers = await Dispatcher.Send(new ReadDraft.ReadDraft(Id));
        if (view.OpenSupplement is null || !papers.TryGet(out draft))
            Navigation.NavigateTo(DossiersUrls.Dossier(Id));
        else
            Answer ??= (await KeptForms.TakeAsync(CancellationToken.None))?.GetValueOrDefault(nameof(Answer));
    }

    private async Task SendAsync()
    {
        var sent = await Dispatcher.Send(new AnswerSupplement(Id, Answer));
        if (sent.IsSuccess)
            Navigation.NavigateTo(DossiersUrls.Dossier(Id));
        else
            problems = FieldProblems.Of(sent.Errors.Select(e => e.Field == "Answer" ? e : e with { Field = null }), ErrorTexts);
    }
}
