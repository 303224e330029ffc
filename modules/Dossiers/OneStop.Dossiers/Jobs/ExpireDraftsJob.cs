using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.ExpireDrafts;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

// Runs on every node; two at once do no harm, the second finds nothing.
internal sealed class ExpireDraftsJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<ExpireDraftsJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Expiring drafts failed; it is tried again in {Pause}", Pause);
            }
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var dropped = 0;
        int round;
        do
        {
            var result = await dispatcher.Send(new ExpireDrafts(), stoppingToken);
            round = result.IsSuccess ? result.Value : 0;
            dropped += round;
        }
        while (round == ExpireDrafts.Most);
        if (dropped > 0)
            logger.LogInformation("Dropped {Count} drafts untouched for long", dropped);
    }
}
