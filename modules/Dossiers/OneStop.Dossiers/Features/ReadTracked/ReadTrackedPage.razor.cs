using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Time.Clocks;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReadTracked;

public sealed partial class ReadTrackedPage
{
    public const string TicketKey = "phieu";
    private TrackedDossier? dossier;
    private TrackedWords words = default!;

    [SupplyParameterFromQuery(Name = TicketKey)]
    private string? Ticket { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private ClockWords Clock { get; set; } = default!;

    [Inject]
    private IShell Shell { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        words = new TrackedWords(T, Shared, Clock);
        // A shared computer must not show it again by its back button. Said last: antiforgery logs a warning when it finds the header set.
        Context.Response.OnStarting(() =>
        {
            Context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        dossier = Context.Features.Get<TrackedDossier>();
        if (dossier is null && !(await Dispatcher.Send(new ReadTracked(Ticket), Context.RequestAborted)).TryGet(out dossier))
            Navigation.NavigateTo($"{DeskUrls.Track}?het=true");
    }
}
