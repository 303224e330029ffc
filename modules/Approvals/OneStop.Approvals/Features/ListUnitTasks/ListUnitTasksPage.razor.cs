using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OneStop.Approvals.Components;
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

    private readonly OpenPage open = new();
    private readonly ChosenTasks chosen = new();
    private List<UnitTaskRow> rows = [];
    private UnitTasks? found;
    private string? next;
    private string? failure;
    private int parts = 1;

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

    [Inject]
    private AuthenticationStateProvider Reader { get; set; } = default!;

    private TabLink[] Views =>
    [
        new(T["Unit.All"], With(Person, null), Xem is not (FreeView or LeftView or LateView)),
        new(T["Unit.Late"], With(Person, LateView), Xem == LateView),
        new(T["Unit.Free"], With(null, FreeView), Xem == FreeView),
        new(T["Unit.Left"], With(null, LeftView), Xem == LeftView),
    ];

    public void Dispose() => open.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            open.Follow(Reader, InvokeAsync, RefreshAsync);
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
            var result = await Dispatcher.Send(Asked(cursor), open.Left);
            if (!result.TryGet(out found))
            {
                failure = Errors.Describe(result.Error);
                return;
            }

            loaded.AddRange(found.Page.Items);
            cursor = found.Page.Next;
            if (RendererInfo.IsInteractive)
                open.Listen(Live, found.Topics, InvokeAsync, RefreshAsync);
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

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task MoreAsync()
    {
        parts++;
        await LoadAsync();
    }

    private async Task ChooseAllAsync()
    {
        var all = await Dispatcher.Send(Asked(null) with { Size = BulkDeed.MostTasks }, open.Left);
        if (!all.TryGet(out var list))
        {
            failure = Errors.Describe(all.Error);
            return;
        }

        chosen.Replace(list.Page.Items.Select(row => row.Id));
    }

    private Task CloseAsync()
    {
        chosen.Close();
        return LoadAsync();
    }

    private string With(Guid? person, string? view)
    {
        var query = string.Join('&', new[] { ("co-quan", AgencyId?.ToString()), ("nguoi", person?.ToString()), ("xem", view) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}"));
        return query.Length == 0 ? ApprovalsUrls.UnitTasks : $"{ApprovalsUrls.UnitTasks}?{query}";
    }
}
