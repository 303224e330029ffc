using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Features.RetryIncident;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals.Features.ListIncidents;

public sealed partial class ListIncidentsPage
{
    private List<IncidentRow>? rows;
    private string? next;
    private string? message;
    private Guid? busy;
    private bool retried;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync(null);

    private Task MoreAsync() => LoadAsync(next);

    private async Task LoadAsync(string? cursor)
    {
        var result = await Dispatcher.Send(new ListIncidentsQuery(cursor));
        if (!result.TryGet(out var page))
        {
            message = Errors.Describe(result.Error);
            return;
        }

        rows = cursor is null ? [.. page.Items] : [.. rows ?? [], .. page.Items];
        next = page.Next;
    }

    private async Task RetryAsync(Guid incident)
    {
        busy = incident;
        var result = await Dispatcher.Send(new RetryIncidentCommand(incident, Guid.CreateVersion7()));
        busy = null;
        retried = result.IsSuccess;
        message = result.IsSuccess ? null : Errors.Describe(result.Error);
        await LoadAsync(null);
    }
}
