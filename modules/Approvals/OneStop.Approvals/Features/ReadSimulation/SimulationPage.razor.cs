using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadSimulation;

public sealed partial class SimulationPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource leaving = new();
    private SimulationView? view;
    private string? message;

    [Parameter]
    public Guid RunId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync(leaving.Token);
    }

    // Any node may be playing it, so the row is asked, not the process.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (view is null or { IsFinished: false } && message is null)
            {
                await Task.Delay(Pause, cancellationToken);
                await InvokeAsync(LoadAsync);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    private async Task LoadAsync()
    {
        var result = await Dispatcher.Send(new ReadSimulationQuery(RunId), leaving.Token);
        if (result.TryGet(out var found))
        {
            view = found;
            message = found.ErrorCode is { } code ? Errors.Describe(Error.RuleBroken(code, SimulationErrorArgs(code))) : null;
        }
        else
        {
            message = Errors.Describe(result.Error);
        }
    }

    private static object?[] SimulationErrorArgs(string code) => code == ApprovalErrors.SimulationTooLarge ? [Runtime.SimulationSource.MostDossiers] : [];

    private IEnumerable<BreadcrumbItem> Back() => view is { } shown ? [new BreadcrumbItem(T["Simulate.Title"], AgainUrl(shown))] : [];

    private static string AgainUrl(SimulationView shown) => shown.Number is null ? ApprovalsUrls.SimulationOfDraft(shown.ProcessId) : ApprovalsUrls.SimulationOfVersion(shown.ProcessId);

    private string Tried(SimulationView shown) => shown.Number is { } number ? T["Figures.Version", number] : T["DraftState.Draft"];

    private string? BesideOf(SimulationView shown) => shown.BesideNumber is { } number ? T["Simulation.Beside", number].Value : null;

    private static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    private string Source(SimulationRequest request) => request.Source == ArrivalSource.Past
        ? T["Simulation.SourcePast", DateText.Write(request.From) ?? "", DateText.Write(request.To) ?? "", request.Percent]
        : T["Simulation.SourceMix", request.PerDay, request.Days, DateText.Write(request.From) ?? ""];
}
