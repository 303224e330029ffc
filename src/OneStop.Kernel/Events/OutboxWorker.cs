using Microsoft.Extensions.Logging;
using OneStop.Kernel.Jobs;

namespace OneStop.Kernel.Events;

internal sealed class OutboxWorker(OutboxDelivery delivery, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(1), time, logger)
{
    public override Task<int> RunDueAsync(CancellationToken cancellationToken) => delivery.DeliverDueAsync(cancellationToken);
}
