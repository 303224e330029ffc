using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Forms;
using OneStop.Kernel.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.SubmitDossier;

public sealed partial class CheckPage
{
    private const string SendForm = "send";

    private DraftView? view;
    private IReadOnlyList<(string Text, string Url)> missing = [];
    private string? message;

    [Parameter] public Guid Id { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadDraft.ReadDraft(Id));
        if (read.TryGet(out view))
            missing = [.. MissingOf(view)];
        // A second click comes when the first has already sent it: show what the first one got.
        else if (read.Error.Code == DossierErrors.DraftOnly)
            Navigation.NavigateTo(DossiersUrls.Sent(Id));
        else
            Navigation.NotFoundOrBusy(read.Error);
    }

    private async Task SendAsync()
    {
        var sent = await Dispatcher.Send(new SubmitDossier(Id));
        if (sent.IsSuccess)
        {
            Navigation.NavigateTo(DossiersUrls.Sent(Id));
            return;
        }

        message = ErrorTexts.Describe(sent.Error);
        if (sent.Error.Kind == ErrorKind.Unavailable)
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    private IEnumerable<(string Text, string Url)> MissingOf(DraftView draft)
    {
        foreach (var section in draft.Sections.Where(s => s.Errors.Count > 0))
        {
            var error = section.Section.Key == ApplicantForm.SectionKey
                ? Error.RuleBroken(DossierErrors.ApplicantIncomplete)
                : Error.RuleBroken(DossierErrors.AnswersIncomplete, section.Section.Title.ToString());
            yield return (ErrorTexts.Describe(error), DossiersUrls.Section(Id, section.Section.Key));
        }

        foreach (var paper in draft.Papers.Where(p => p.IsMissing))
            yield return (ErrorTexts.Describe(Error.RuleBroken(DossierErrors.ComponentsMissing, paper.Component.Name)), $"{DossiersUrls.Papers(Id)}#giay-to-{paper.Component.Key}");
    }

    private string? PlaceName(string code) => view!.PlaceNames.GetValueOrDefault(code);
}
