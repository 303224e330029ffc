using OneStop.Approvals.Features.ListFilters;

namespace OneStop.Approvals.Features.ListTasks;

/// <summary>The named view that comes first.</summary>
public sealed partial class ListTasksPage
{
    /// <summary>Query of the view that comes first; null without one, or when it is the plain list anyway.</summary>
    private string? first;
    private int rounds;

    private bool IsBare => Xem is null && !HasFilter;

    private string ShownQuery => string.Join('&', Kept("").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    private async Task FindFirstAsync()
    {
        if ((await Dispatcher.Send(new ListFiltersQuery(), open.Left)).TryGet(out var filters))
            first = filters.FirstOrDefault(f => f.IsDefault && f.Query.Length > 0)?.Query;
    }
}
