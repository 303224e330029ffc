using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ListIncidents;

public sealed partial class ListIncidentsPage : IDisposable
{
    private static readonly IncidentFilter Everything = new(null, null, null);

    private readonly CancellationTokenSource leaving = new();
    private IncidentFilter? loaded;
    private List<IncidentRow>? rows;
    private IReadOnlyList<IncidentGroup> groups = [];
    private IReadOnlyList<BulkRetryResult>? results;
    private IReadOnlyList<FieldProblem> problems = [];
    private Guid commandId = Guid.CreateVersion7();
    private string? next;
    private string? message;
    private string? why;
    private bool busy;
    private int done;
    private int all;

    [SupplyParameterFromQuery(Name = "quy-trinh")]
    private string? Process { get; set; }

    [SupplyParameterFromQuery(Name = "nguyen-nhan")]
    private string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "buoc")]
    private string? Element { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IncidentFilter Filter => new(Empty(Process), Empty(Code), Empty(Element));

    private int Total => Matching.Sum(group => group.Count);

    private IEnumerable<IncidentGroup> Matching =>
        groups.Where(g => (Filter.Process ?? g.Process) == g.Process && (Filter.Code ?? g.Code) == g.Code && (Filter.Element ?? g.Element) == g.Element);

    private IReadOnlyList<Choice> Processes => [.. groups.GroupBy(g => g.Process).Select(g => new Choice(g.Key, $"{g.First().ProcessName} ({g.Sum(p => p.Count)})"))];

    private IReadOnlyList<Choice> Causes =>
        [.. groups.Where(g => (Filter.Process ?? g.Process) == g.Process).GroupBy(g => g.Code).Select(g => new Choice(g.Key, $"{A[g.Key].Value} ({g.Sum(p => p.Count)})"))];

    private IReadOnlyList<Choice> Elements =>
        [.. groups.Where(g => (Filter.Process ?? g.Process) == g.Process && (Filter.Code ?? g.Code) == g.Code).GroupBy(g => g.Element).Select(g => new Choice(g.Key, $"{g.Key} ({g.Sum(p => p.Count)})"))];

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Filter)
            return;
        loaded = Filter;
        results = null;
        await LoadAsync(null);
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private string? ErrorOf(string field) => problems.FirstOrDefault(p => p.Field == field)?.Message;

    private void Navigate(string? process, string? code, string? element) => Navigation.NavigateTo(ApprovalsUrls.IncidentsOf(process, code, element));

    private Task MoreAsync() => LoadAsync(next);

    private async Task LoadAsync(string? cursor)
    {
        var result = await Dispatcher.Send(new ListIncidentsQuery(cursor, Filter), leaving.Token);
        if (!result.TryGet(out var list))
        {
            message = Errors.Describe(result.Error);
            return;
        }

        rows = cursor is null ? [.. list.Page.Items] : [.. rows ?? [], .. list.Page.Items];
        next = list.Page.Next;
        if (cursor is null)
            groups = list.Groups;
    }

    private async Task RetryAllAsync()
    {
        (message, problems, results) = (null, [], null);
        if (string.IsNullOrWhiteSpace(why))
        {
            problems = [new FieldProblem("Why", Errors.Describe(Error.Invalid(Domain.ApprovalErrors.ReasonRequired)))];
            return;
        }

        (busy, done, all) = (true, 0, 0);
        var retried = await BulkRetry.RunAsync(Dispatcher, Filter, commandId, why, Tell, leaving.Token);
        busy = false;
        if (!retried.TryGet(out var each))
        {
            message = Errors.Describe(retried.Error);
            return;
        }

        (results, why, commandId) = (each, null, Guid.CreateVersion7());
        await LoadAsync(null);
    }

    private void Tell(int count, int of)
    {
        (done, all) = (count, of);
        StateHasChanged();
    }
}
