using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.DeliverMessages;

namespace OneStop.Notifications.Features.ResendDelivery;

[Requires(Permissions.Operate)]
internal sealed record ResendDelivery(Guid DeliveryId) : ICommand, IAudited
{
    public string? AuditSubject => DeliveryId.ToString();
}

internal sealed class ResendDeliveryHandler(NotificationsDbContext context, DeliverySignal signal, TimeProvider time) : IHandler<ResendDelivery, Done>
{
    public async Task<Result<Done>> Handle(ResendDelivery request, CancellationToken cancellationToken)
    {
        var delivery = await context.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == request.DeliveryId, cancellationToken);
        if (delivery is null)
        {
            return NotificationErrors.DeliveryMissing;
        }

        if (delivery.Status != DeliveryStatus.Failed)
        {
            return NotificationErrors.DeliveryNotFailed;
        }

        delivery.Resend(time.GetUtcNow());
        context.AfterCommit(signal.Wake);
        return Done.Value;
    }
}
