using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Notifications.Features.ListNotices;

public sealed partial class ListNoticesPage
{
    private const string MarkAllForm = "mark-all";
    private const string MarkOneForm = "mark-one";

    private NoticeList? list;
    private string? problem;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "sau")] private string? After { get; set; }

    [SupplyParameterFromForm(FormName = MarkOneForm, Name = "NoticeId")] private Guid? NoticeId { get; set; }

    private string Lead => list!.Unread == 0 ? T["ListNotices.NoneUnread"] : T["ListNotices.Unread", list.Unread];

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ListNotices(After));
        if (!result.TryGet(out list))
        {
            problem = ErrorTexts.Describe(result.Error);
        }
    }

    private Task MarkAllAsync() => MarkAsync(new MarkNoticesRead.MarkNoticesRead());

    private Task MarkOneAsync() => NoticeId is { } id ? MarkAsync(new MarkNoticesRead.MarkNoticesRead(id)) : Task.CompletedTask;

    private async Task MarkAsync(ICommand<Done> mark)
    {
        var result = await Dispatcher.Send(mark);
        if (result.IsFailure)
        {
            problem = ErrorTexts.Describe(result.Error);
            return;
        }

        Navigation.NavigateTo(NotificationsUrls.NoticesAfter(After));
    }
}
