using Microsoft.Extensions.Logging;
using OneStop.Kernel.Jobs;

namespace OneStop.Notifications.Features.DeliverMessages;

internal sealed class DeliveryWorker(DeliveryRound round, DeliverySignal signal, TimeProvider time, ILogger<DeliveryWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(5), time, logger)
{
    public override Task<int> RunDueAsync(CancellationToken cancellationToken) => round.DeliverDueAsync(cancellationToken);
}
