using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Features.ReadResultToRevoke;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.RevokeResult;

public sealed partial class RevokeResultPage
{
    private const string RevokeForm = "revoke";

    private ResultToRevoke? result;
    private IReadOnlyList<FieldProblem>? problems;
    private string? message;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = RevokeForm)] private RevokeInput Input { get; set; } = default!;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts Errors { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadResultToRevoke.ReadResultToRevoke(Id));
        if (!read.TryGet(out result))
        {
            Navigation.NotFound();
            return;
        }

        if (Input is not null)
            return;
        var kept = await KeptForms.TakeAsync(CancellationToken.None);
        Input = new RevokeInput
        {
            Version = result.Version.ToString(CultureInfo.InvariantCulture),
            Reason = kept?.GetValueOrDefault("Input.Reason"),
        };
    }

    private async Task RevokeAsync()
    {
        var version = long.TryParse(Input.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var revoked = await Dispatcher.Send(new RevokeResult(Id, version, Input.Reason));
        if (revoked.IsSuccess)
        {
            Navigation.NavigateTo(DeskUrls.UnitDossier(Id));
            return;
        }

        problems = Errors.AtFields(revoked.Errors, "Input.");
        message = Errors.OfWhole(revoked.Errors);
    }

    private sealed class RevokeInput
    {
        public string? Version { get; set; }

        public string? Reason { get; set; }
    }
}
