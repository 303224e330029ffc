using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Notifications.Features.ListDeadEvents;

public sealed partial class ListDeadEventsPage
{
    private const string RetryForm = "retry";

    private Page<DeadEventRow>? page;
    private string? problem;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "sau")] private string? After { get; set; }

    [SupplyParameterFromForm(FormName = RetryForm, Name = "EventId")] private Guid? EventId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ListDeadEvents(After));
        if (!result.TryGet(out page))
            problem = ErrorTexts.Describe(result.Error);
    }

    private async Task RetryAsync()
    {
        if (EventId is not { } id)
            return;
        var result = await Dispatcher.Send(new RetryDeadEvent.RetryDeadEvent(id));
        if (result.IsFailure)
            problem = ErrorTexts.Describe(result.Error);
        else
            Navigation.NavigateTo(NotificationsUrls.DeadEvents);
    }
}
