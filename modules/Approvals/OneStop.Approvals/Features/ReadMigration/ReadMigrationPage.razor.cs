using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals.Features.ReadMigration;

public sealed partial class ReadMigrationPage
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource leaving = new();
    private MigrationProgress? progress;
    private string? message;

    [Parameter]
    public Guid RunId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        using var timer = new PeriodicTimer(LookAgain, Time);
        try
        {
            while (progress is null or { Waiting: > 0 } && await timer.WaitForNextTickAsync(leaving.Token))
            {
                await LoadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone elsewhere; the migration goes on without him.
        }
    }

    private async Task LoadAsync()
    {
        var result = await Dispatcher.Send(new ReadMigrationQuery(RunId), leaving.Token);
        if (result.TryGet(out var found))
            (progress, message) = (found, null);
        else
            message = Errors.Describe(result.Error);
    }
}
