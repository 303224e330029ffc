using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.StopUnanswered;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

// Runs on every node; two at once do no harm, the second finds nothing or meets a conflict and comes again.
internal sealed class StopUnansweredJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<StopUnansweredJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

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
                logger.LogError(exception, "Stopping unanswered dossiers failed; it is tried again in {Pause}", Pause);
            }
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var stopped = 0;
        int round;
        do
        {
            var result = await dispatcher.Send(new StopUnanswered(), stoppingToken);
            round = result.IsSuccess ? result.Value : 0;
            stopped += round;
        }
        while (round == StopUnanswered.Most);
        if (stopped > 0)
            logger.LogInformation("Stopped {Count} dossiers whose supplement never came", stopped);
    }
}
