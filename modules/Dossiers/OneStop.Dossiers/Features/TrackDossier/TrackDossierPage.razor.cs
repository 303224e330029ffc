using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.TrackDossier;

public sealed partial class TrackDossierPage
{
    private IReadOnlyList<FieldProblem>? problems;
    private string? message;

    // From the QR of the receipt; the secret is always typed.
    [SupplyParameterFromQuery]
    private string? Ma { get; set; }

    [SupplyParameterFromQuery]
    private bool Het { get; set; }

    [SupplyParameterFromForm(FormName = "track")]
    private TrackInput Input { get; set; } = default!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private IShell Shell { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new TrackInput { Code = Ma is { Length: <= 60 } ? Ma : null };

    private async Task FindAsync()
    {
        var found = await Dispatcher.Send(new TrackDossier(Input.Code, Input.LookupCode, TrackingLimits.AddressOf(Context)), Context.RequestAborted);
        if (found.TryGet(out var pass))
        {
            Navigation.NavigateTo(DeskUrls.TrackTicket(pass.Ticket));
            return;
        }

        problems = Errors.AtFields(found.Errors, "Input.");
        message = Errors.OfWhole(found.Errors);
    }

    private sealed class TrackInput
    {
        public string? Code { get; set; }

        public string? LookupCode { get; set; }
    }
}
