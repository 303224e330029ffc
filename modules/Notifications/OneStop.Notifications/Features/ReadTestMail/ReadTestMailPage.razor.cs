using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Notifications.Integrations.MailCatcher;
using OneStop.UI;

namespace OneStop.Notifications.Features.ReadTestMail;

public sealed partial class ReadTestMailPage
{
    private CaughtMail? mail;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public int Id { get; set; }

    private BreadcrumbItem[] Above => [new(T["TestMailbox.Title"], NotificationsUrls.TestMailbox)];

    private string Recipients => string.Join(", ", mail!.Recipients);

    private IEnumerable<Piece> Pieces => Links().Split(mail!.Content.Text).Select(text => new Piece(text, Links().IsMatch(text)));

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ReadTestMail(Id));
        if (!result.TryGet(out mail))
        {
            Navigation.NotFound();
        }
    }

    [GeneratedRegex(@"(https?://[^\s<>""]+)")]
    private static partial Regex Links();

    private readonly record struct Piece(string Text, bool IsLink);
}
