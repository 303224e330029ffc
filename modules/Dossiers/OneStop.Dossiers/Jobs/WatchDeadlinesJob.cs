using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.WatchDeadlines;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

// Runs on every node; what two of them find at once is said once.
internal sealed class WatchDeadlinesJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<WatchDeadlinesJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var said = 0;
        DueDossier? last = null;
        while (await dispatcher.Send(new FindDueDossiers(last), cancellationToken) is { IsSuccess: true, Value: { Count: > 0 } batch })
        {
            foreach (var due in batch)
                said += await LookAsync(due.Id, cancellationToken);
            // Dossiers whose next moment has come already are found again: past the last of this batch, or in a minute.
            last = batch[^1];
        }

        return said;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await RunAsync(stoppingToken) is > 0 and var said)
                    logger.LogInformation("Deadlines watched: {Count} warnings and breaches", said);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Watching deadlines failed; it is tried again in {Pause}", Pause);
            }
        }
    }

    // One dossier that cannot be looked at must not keep the others from it.
    private async Task<int> LookAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        try
        {
            var looked = await dispatcher.Send(new WatchDossier(dossierId), cancellationToken);
            if (looked.IsFailure)
                logger.LogWarning("Dossier {DossierId} could not be looked at: {Code}", dossierId, looked.Error.Code);
            return looked is { IsSuccess: true, Value: not WatchOutcome.Nothing } ? 1 : 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Dossier {DossierId} could not be looked at", dossierId);
            return 0;
        }
    }
}
