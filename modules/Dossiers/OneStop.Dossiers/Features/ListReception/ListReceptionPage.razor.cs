using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ListReception;

public sealed partial class ListReceptionPage
{
    private readonly CancellationTokenSource closed = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<ReceptionRow> rows = [];
    private ReceptionQueue? queue;
    private string? problem;
    private string? shown;
    private bool reading;
    private bool changedWhileReading;

    [SupplyParameterFromQuery(Name = "muc")]
    private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    private bool IsSearching => !string.IsNullOrWhiteSpace(Search);

    private string Heading => IsSearching ? T["Queue.Results", Search!.Trim()] : T[$"Queue.View.{ReceptionViews.Known(View)}"];

    private IReadOnlyList<TabLink> Tabs =>
    [
        .. ReceptionViews.All.Select(v => new TabLink(
            T[$"Queue.View.{v}"], $"{DeskUrls.Queue}?muc={v}", !IsSearching && v == ReceptionViews.Known(View), queue!.Counts.GetValueOrDefault(v))),
    ];

    private IReadOnlyList<FilterChip> Chips =>
        IsSearching ? [new FilterChip(T["Queue.SearchChip", Search!.Trim()], $"{DeskUrls.Queue}?muc={ReceptionViews.Known(View)}")] : [];

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
        subscriptions.ForEach(s => s.Dispose());
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (subscriptions.Count > 0 || queue is null)
            return;
        foreach (var agency in queue.Agencies)
            subscriptions.Add(Live.Subscribe(ReceptionTopics.Of(agency), () => InvokeAsync(RefreshAsync)));
    }

    private static Tone ToneOf(ReceptionRow row) => row.Status switch
    {
        DossierStatus.Finished or DossierStatus.Returned => Tone.Done,
        DossierStatus.Refused or DossierStatus.Stopped => Tone.Late,
        DossierStatus.SupplementAsked or DossierStatus.PaymentAsked or DossierStatus.WithdrawalAsked => Tone.Paused,
        DossierStatus.Submitted => Tone.Warning,
        _ => Tone.Info,
    };

    // Changes that come while one reading is under way are answered by one more.
    private async Task RefreshAsync()
    {
        if (closed.IsCancellationRequested)
            return;
        if (reading)
        {
            changedWhileReading = true;
            return;
        }

        do
        {
            changedWhileReading = false;
            await ReadAsync();
        }
        while (changedWhileReading && !closed.IsCancellationRequested);
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        reading = true;
        try
        {
            // As many rows as the reader had opened, unless it is another list now.
            var asked = $"{View}\n{Search}";
            var wanted = asked == shown ? rows.Count : 0;
            shown = asked;
            var first = await Dispatcher.Send(new ListReception(View, Search, null), closed.Token);
            problem = first.IsFailure ? Errors.Describe(first.Error) : null;
            if (!first.TryGet(out var found))
                return;
            rows.Clear();
            queue = found;
            rows.AddRange(found.Page.Items);
            while (rows.Count < wanted && queue.Page.Next is not null)
                await MoreAsync();
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
        finally
        {
            reading = false;
        }
    }

    private async Task MoreAsync()
    {
        var more = await Dispatcher.Send(new ListReception(View, Search, queue!.Page.Next), closed.Token);
        if (!more.TryGet(out var found))
        {
            problem = Errors.Describe(more.Error);
            return;
        }

        queue = found;
        rows.AddRange(found.Page.Items.ExceptBy(rows.Select(r => r.Id), r => r.Id));
    }
}
