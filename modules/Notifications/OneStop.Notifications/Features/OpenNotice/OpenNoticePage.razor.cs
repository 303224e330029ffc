using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;

namespace OneStop.Notifications.Features.OpenNotice;

public sealed partial class OpenNoticePage
{
    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var opened = await Dispatcher.Send(new OpenNotice(Id));
        if (opened.TryGet(out var notice))
        {
            Navigation.NavigateTo(IsLocal(notice.Link) ? notice.Link! : NotificationsUrls.Notices);
        }
        else
        {
            Navigation.NotFound();
        }
    }

    // "//host" and "/\host" leave the site although they begin with a slash.
    internal static bool IsLocal(string? link) => link is ['/'] or ['/', not ('/' or '\\'), ..];
}
