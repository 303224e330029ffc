using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Components;

// What the pages that correct an issued result and call one back share: what was typed outlives a sign-in, a refusal is told at its field, and success leads to the dossier.
public abstract class IssuedResultPage : ComponentBase
{
    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = IssuedResultForm.FormName)] protected IssuedResultInput Input { get; set; } = default!;

    [Inject] protected IDispatcher Dispatcher { get; set; } = default!;

    protected IReadOnlyList<FieldProblem>? Problems { get; private set; }

    protected string? Message { get; private set; }

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts Errors { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    // The result as it stands; null when the reader may not see it.
    protected abstract Task<IssuedResultInput?> ReadAsync();

    protected override async Task OnInitializedAsync()
    {
        if (await ReadAsync() is not { } standing)
        {
            Navigation.NotFound();
            return;
        }

        if (Input is not null)
            return;
        var kept = await KeptForms.TakeAsync(CancellationToken.None);
        Input = new IssuedResultInput
        {
            Version = standing.Version,
            Subject = kept?.GetValueOrDefault($"Input.{nameof(Input.Subject)}") ?? standing.Subject,
            Body = kept?.GetValueOrDefault($"Input.{nameof(Input.Body)}") ?? standing.Body,
            Reason = kept?.GetValueOrDefault($"Input.{nameof(Input.Reason)}"),
        };
    }

    private protected async Task DoAsync<T>(Func<long, IRequest<T>> deed)
    {
        var version = long.TryParse(Input.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var done = await Dispatcher.Send(deed(version));
        if (done.IsSuccess)
        {
            Navigation.NavigateTo(DeskUrls.UnitDossier(Id));
            return;
        }

        Problems = Errors.AtFields(done.Errors, "Input.");
        Message = Errors.OfWhole(done.Errors);
    }
}
