using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OneStop.Kernel.Events;

internal sealed class OutboxWorker(OutboxDelivery delivery, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await delivery.DeliverDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(LookAnyway, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The outbox could not be read");
                await Task.Delay(LookAnyway, time, stoppingToken);
            }
        }
    }
}
