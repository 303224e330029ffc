using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ListUnitTasks;

public sealed partial class ListUnitTasksPage
{
    private const string FreeView = "chua-ai-nhan";
    private const string LeftView = "nguoi-da-roi";
    private const string LateView = "qua-han";

    private readonly CancellationTokenSource leaving = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly HashSet<Guid> chosen = [];
    private List<UnitTaskRow> rows = [];
    private UnitTasks? found;
    private string? next;
    private string? failure;
    private int parts = 1;
    private Guid? asked;

    [SupplyParameterFromQuery(Name = "co-quan")]
    private Guid? AgencyId { get; set; }

    [SupplyParameterFromQuery(Name = "nguoi")]
    private Guid? Person { get; set; }

    [SupplyParameterFromQuery]
    private string? Xem { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    private TabLink[] Views =>
    [
        new(T["Unit.All"], With(Person, null), Xem is not (FreeView or LeftView or LateView)),
        new(T["Unit.Late"], With(Person, LateView), Xem == LateView),
        new(T["Unit.Free"], With(null, FreeView), Xem == FreeView),
        new(T["Unit.Left"], With(null, LeftView), Xem == LeftView),
    ];

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        subscriptions.ForEach(s => s.Dispose());
    }

    protected override async Task OnParametersSetAsync()
    {
        parts = 1;
        chosen.Clear();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var loaded = new List<UnitTaskRow>();
        string? cursor = null;
        for (var part = 0; part < parts; part++)
        {
            var result = await Dispatcher.Send(Asked(cursor), leaving.Token);
            if (!result.TryGet(out found))
            {
                failure = Errors.Describe(result.Error);
                return;
            }

            loaded.AddRange(found.Page.Items);
            cursor = found.Page.Next;
            Listen(found.Topics);
            if (cursor is null)
                break;
        }

        (failure, rows, next) = (null, loaded, cursor);
    }

    private ListUnitTasksQuery Asked(string? cursor) => new(AgencyId, Person, ViewOf(Xem), cursor);

    private static UnitTasksView ViewOf(string? view) => view switch
    {
        FreeView => UnitTasksView.Free,
        LeftView => UnitTasksView.Left,
        LateView => UnitTasksView.Late,
        _ => UnitTasksView.All,
    };

    private void Listen(IReadOnlyList<string> topics)
    {
        if (subscriptions.Count > 0 || !RendererInfo.IsInteractive)
            return;
        subscriptions.AddRange(topics.Select(topic => Live.Subscribe(topic, () => _ = InvokeAsync(RefreshAsync))));
    }

    private async Task RefreshAsync()
    {
        if (leaving.IsCancellationRequested)
            return;
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was left while the list was read.
        }
    }

    private async Task MoreAsync()
    {
        parts++;
        await LoadAsync();
    }

    private void Choose(Guid task, bool isChosen)
    {
        if (isChosen && chosen.Count < BulkDeed.MostTasks)
            chosen.Add(task);
        else
            chosen.Remove(task);
    }

    private void ChooseShown() => chosen.UnionWith(rows.Take(BulkDeed.MostTasks).Select(row => row.Id));

    private async Task ChooseAllAsync()
    {
        var all = await Dispatcher.Send(Asked(null) with { Size = BulkDeed.MostTasks }, leaving.Token);
        if (!all.TryGet(out var list))
        {
            failure = Errors.Describe(all.Error);
            return;
        }

        chosen.Clear();
        chosen.UnionWith(list.Page.Items.Select(row => row.Id));
    }

    private void AskedAsync(Guid deedId)
    {
        asked = deedId;
        chosen.Clear();
    }

    private Task CloseAsync()
    {
        asked = null;
        return LoadAsync();
    }

    private string With(Guid? person, string? view)
    {
        var query = string.Join('&', new[] { ("co-quan", AgencyId?.ToString()), ("nguoi", person?.ToString()), ("xem", view) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}"));
        return query.Length == 0 ? ApprovalsUrls.UnitTasks : $"{ApprovalsUrls.UnitTasks}?{query}";
    }
}
