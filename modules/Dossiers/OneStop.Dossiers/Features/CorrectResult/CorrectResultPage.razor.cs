using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Features.ReadResultToCorrect;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.CorrectResult;

public sealed partial class CorrectResultPage
{
    private const string CorrectForm = "correct";

    private ResultToCorrect? result;
    private IReadOnlyList<FieldProblem>? problems;
    private string? message;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = CorrectForm)] private CorrectInput Input { get; set; } = default!;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts Errors { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadResultToCorrect.ReadResultToCorrect(Id));
        if (!read.TryGet(out result))
        {
            Navigation.NotFound();
            return;
        }

        if (Input is not null)
            return;
        var kept = await KeptForms.TakeAsync(CancellationToken.None);
        Input = new CorrectInput
        {
            Version = result.Version.ToString(CultureInfo.InvariantCulture),
            Subject = kept?.GetValueOrDefault("Input.Subject") ?? result.Subject,
            Body = kept?.GetValueOrDefault("Input.Body") ?? result.Body,
            Reason = kept?.GetValueOrDefault("Input.Reason"),
        };
    }

    private async Task CorrectAsync()
    {
        var version = long.TryParse(Input.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var corrected = await Dispatcher.Send(new CorrectResult(Id, version, Input.Reason, Input.Subject, Input.Body));
        if (corrected.IsSuccess)
        {
            Navigation.NavigateTo(DeskUrls.UnitDossier(Id));
            return;
        }

        problems = Errors.AtFields(corrected.Errors, "Input.");
        message = Errors.OfWhole(corrected.Errors);
    }

    private sealed class CorrectInput
    {
        public string? Version { get; set; }

        public string? Subject { get; set; }

        public string? Body { get; set; }

        public string? Reason { get; set; }
    }
}
