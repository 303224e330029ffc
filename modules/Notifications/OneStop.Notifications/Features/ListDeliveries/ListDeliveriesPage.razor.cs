using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Domain;
using OneStop.UI;

namespace OneStop.Notifications.Features.ListDeliveries;

public sealed partial class ListDeliveriesPage
{
    private const string ResendForm = "resend";

    private DeliveryList? list;
    private string? problem;

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "trang-thai")] private string? StatusName { get; set; }

    [SupplyParameterFromQuery(Name = "sau")] private string? After { get; set; }

    [SupplyParameterFromForm(FormName = ResendForm, Name = "DeliveryId")] private Guid? DeliveryId { get; set; }

    private DeliveryStatus Status => Enum.TryParse<DeliveryStatus>(StatusName, out var status) && Enum.IsDefined(status) ? status : DeliveryStatus.Failed;

    private TabLink[] TabLinks =>
    [
        .. new[] { DeliveryStatus.Failed, DeliveryStatus.Waiting, DeliveryStatus.Sent }.Select(status => new TabLink(
            T[$"DeliveryStatus.{status}"], NotificationsUrls.DeliveriesIn(status), status == Status, list!.Counts.GetValueOrDefault(status))),
    ];

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ListDeliveries(Status, After));
        if (!result.TryGet(out list))
        {
            problem = ErrorTexts.Describe(result.Error);
        }
    }

    private static Tone ToneOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Failed => Tone.Late,
        DeliveryStatus.Sent => Tone.Done,
        _ => Tone.Warning,
    };

    // A category another module has made up is shown as it is.
    private string CategoryText(string category) => T[$"Category.{category}"] is { ResourceNotFound: false } text ? text : category;

    private async Task ResendAsync()
    {
        if (DeliveryId is not { } id)
        {
            return;
        }

        var result = await Dispatcher.Send(new ResendDelivery.ResendDelivery(id));
        if (result.IsFailure)
        {
            problem = ErrorTexts.Describe(result.Error);
            return;
        }

        Navigation.NavigateTo(NotificationsUrls.DeliveriesIn(Status));
    }
}
