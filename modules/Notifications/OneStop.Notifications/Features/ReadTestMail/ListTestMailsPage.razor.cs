using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Notifications.Integrations.MailCatcher;

namespace OneStop.Notifications.Features.ReadTestMail;

public sealed partial class ListTestMailsPage
{
    private IReadOnlyList<CaughtMail>? mails;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ListTestMails());
        if (!result.TryGet(out mails))
        {
            Navigation.NotFound();
        }
    }
}
