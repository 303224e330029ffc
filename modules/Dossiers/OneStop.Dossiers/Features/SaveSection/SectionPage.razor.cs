using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.SaveSection;

public sealed partial class SectionPage
{
    private const string SectionForm = "section";

    private DraftView? view;
    private SectionView? section;
    private IReadOnlyList<Choice> places = [];
    private IReadOnlyList<FieldProblem>? problems;
    private string? message;
    private IReadOnlyDictionary<string, string>? typed;
    private bool isGivenBack;

    [Parameter] public Guid Id { get; set; }

    [Parameter] public string Section { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    // What was just sent stays on the page, also when it could not be saved.
    private IReadOnlyDictionary<string, string> Values => typed ?? section!.Values;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadDraft.ReadDraft(Id));
        if (!read.TryGet(out view))
        {
            Navigation.LeaveDraft(Id, read.Error);
            return;
        }

        section = view.Find(Section);
        if (section is null)
            Navigation.NotFound();
        else
            await FillAsync(section);
    }

    private async Task FillAsync(SectionView shown)
    {
        if (shown.Section.Fields.Any(f => f.Kind == FormFieldKind.Place))
            await ListPlacesAsync();
        // Sent when the session had ended: stored now, as it would have been then. The page stays, so that it is seen to be there.
        if (await KeptForms.TakeAsync(Http.RequestAborted) is not { } kept)
            return;
        typed = kept;
        isGivenBack = true;
        var saved = await Dispatcher.Send(new SaveSection(Id, Section, kept));
        if (!saved.TryGet(out var done))
            message = ErrorTexts.Describe(saved.Error);
        else if (done.Errors.Count > 0)
            problems = FieldProblems.Of(done.Errors, ErrorTexts, section!.Section);
    }

    private async Task ListPlacesAsync()
    {
        var listed = await Dispatcher.Send(new ListPlaces.ListPlaces());
        if (listed.TryGet(out var rows))
            places = [.. rows.Select(p => new Choice(p.Code, p.Name, Group: p.District))];
    }

    private async Task SaveAsync()
    {
        typed = FormValues.Read(await Http.Request.ReadFormAsync());
        var saved = await Dispatcher.Send(new SaveSection(Id, Section, typed));
        if (!saved.TryGet(out var done))
        {
            message = ErrorTexts.Describe(saved.Error);
            return;
        }

        if (done.Errors.Count > 0)
            problems = FieldProblems.Of(done.Errors, ErrorTexts, section!.Section);
        else
            Navigation.NavigateTo(done.NextSection is { } next ? DossiersUrls.Section(Id, next) : DossiersUrls.Papers(Id));
    }
}
