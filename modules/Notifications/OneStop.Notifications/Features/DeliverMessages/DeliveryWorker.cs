using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OneStop.Notifications.Features.DeliverMessages;

internal sealed class DeliveryWorker(DeliveryRound round, DeliverySignal signal, TimeProvider time, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await round.DeliverDueAsync(stoppingToken) == 0)
                {
                    await signal.WaitAsync(LookAnyway, time, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Messages could not be read for delivery");
                await Task.Delay(LookAnyway, time, stoppingToken);
            }
        }
    }
}
