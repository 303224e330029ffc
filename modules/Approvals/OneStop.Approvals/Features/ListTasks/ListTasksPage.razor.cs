using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OneStop.Approvals.Components;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ListTasks;

public sealed partial class ListTasksPage
{
    private const string UnitView = "don-vi";
    private const string OwnView = "toi";
    private const string DelegatedView = "giao-lam-thay";

    private readonly OpenPage open = new();
    private List<TaskRow>? rows;
    private HashSet<Guid> known = [];
    private string? next;
    private string? failure;
    private int parts = 1;
    private int fresh;
    private bool isHead;
    private string? shownFor;

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private string? Xem { get; set; }

    [SupplyParameterFromQuery]
    private string? Tre { get; set; }

    [SupplyParameterFromQuery]
    private string? Cho { get; set; }

    [SupplyParameterFromQuery]
    private string? Tt { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    [Inject]
    private AuthenticationStateProvider Reader { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool IsUnit => Xem == UnitView;

    private bool IsLate => Tre == "1";

    private bool IsWaiting => Cho == "1";

    private bool HasFilter => IsLate || IsWaiting || !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(Tt);

    private bool IsDelegated => Xem == DelegatedView;

    private bool IsUnitLate => IsUnit && IsLate;

    private IReadOnlyList<TabLink> Views =>
    [
        new(T["ListTasks.Mine"], With("xem", null), !IsUnit && !IsDelegated),
        new(T["ListTasks.Unit"], With("xem", UnitView), IsUnit && !(isHead && IsUnitLate)),
        .. isHead ? [new TabLink(D["Inbox.UnitLate"], $"{ApprovalsUrls.Inbox}?xem={UnitView}&tre=1", IsUnitLate)] : Array.Empty<TabLink>(),
        new(D["Inbox.Delegated"], With("xem", DelegatedView), IsDelegated),
    ];

    private IReadOnlyList<FilterChip> Chips => [.. ChipsInForce()];

    public void Dispose() => open.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            open.Follow(Reader, InvokeAsync, RefreshAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        await FindFirstAsync();
        // The bare address is the way in: whoever has named a view to come first sees that one.
        if (first is not null && IsBare)
        {
            Navigation.NavigateTo($"{ApprovalsUrls.Inbox}?{first}", replace: true);
            return;
        }

        var asked = With("x", null);
        if (asked == shownFor)
            return;
        shownFor = asked;
        (parts, fresh, known) = (1, 0, []);
        chosen.Clear();
        await LoadAsync();
    }

    private Task LoadAsync() => LoadAsync(isRefresh: false);

    private async Task LoadAsync(bool isRefresh)
    {
        var loaded = new List<TaskRow>();
        string? cursor = null;
        for (var part = 0; part < parts; part++)
        {
            var result = await Dispatcher.Send(Asked(cursor), open.Left);
            if (!result.TryGet(out var list))
            {
                failure = Errors.Describe(result.Error);
                return;
            }

            isHead = list.IsHead;
            loaded.AddRange(list.Page.Items);
            cursor = list.Page.Next;
            if (RendererInfo.IsInteractive)
                open.Listen(Live, list.Topics, InvokeAsync, RefreshAsync);
            if (cursor is null)
                break;
        }

        failure = null;
        rounds++;
        if (isRefresh)
            fresh += loaded.Count(row => !known.Contains(row.Id));
        rows = loaded;
        next = cursor;
        known = [.. loaded.Select(row => row.Id)];
    }

    private ListTasksQuery Asked(string? cursor) => new(IsUnit, IsLate, IsWaiting, Tt, Q, cursor) { Delegated = IsDelegated };

    private async Task MoreAsync()
    {
        parts++;
        await LoadAsync();
    }

    private async Task RefreshAsync()
    {
        await LoadAsync(isRefresh: true);
        StateHasChanged();
    }

    private string? RowClass(TaskRow row) => !row.IsWaiting && row.LateAt <= Clock.GetUtcNow() ? "os-row--late" : null;

    private IEnumerable<FilterChip> ChipsInForce()
    {
        if (!string.IsNullOrWhiteSpace(Q))
            yield return new FilterChip(T["ListTasks.ChipSearch", Q], With("q", null));
        if (IsLate)
            yield return new FilterChip(T["ListTasks.ChipLate"], With("tre", null));
        if (IsWaiting)
            yield return new FilterChip(T["ListTasks.ChipWaiting"], With("cho", null));
        if (!string.IsNullOrWhiteSpace(Tt))
            yield return new FilterChip(T["ListTasks.ChipProcedure", Tt], With("tt", null));
    }

    private IEnumerable<KeyValuePair<string, string>> Kept(string without) => new Dictionary<string, string?>
    {
        ["q"] = Q, ["xem"] = Xem == OwnView ? null : Xem, ["tre"] = Tre, ["cho"] = Cho, ["tt"] = Tt,
    }.Where(pair => pair.Key != without && !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));

    /// <summary>The same list with one filter changed; without a name, with the view alone.</summary>
    private string With(string name, string? value)
    {
        var kept = name.Length == 0 ? Kept("").Where(pair => pair.Key == "xem") : Kept(name);
        if (value is not null)
            kept = kept.Append(KeyValuePair.Create(name, value));
        var query = string.Join('&', kept.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        if (query.Length == 0 && first is not null)
            query = $"xem={OwnView}";
        return query.Length == 0 ? ApprovalsUrls.Inbox : $"{ApprovalsUrls.Inbox}?{query}";
    }
}
