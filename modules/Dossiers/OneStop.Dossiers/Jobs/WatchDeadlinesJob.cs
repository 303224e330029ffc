using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.EndSpentTimeOut;
using OneStop.Dossiers.Features.WatchDeadlines;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

// Runs on every node; what two of them find at once is said once.
internal sealed class WatchDeadlinesJob(ISystemDispatcher dispatcher, TimeProvider time, ILogger<WatchDeadlinesJob> logger)
    : RepeatedJob(TimeSpan.FromMinutes(1), time, logger)
{
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await EndSpentTimeOutsAsync(cancellationToken);
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

    // First, so that a dossier is judged by a date that counts what was left out.
    private async Task EndSpentTimeOutsAsync(CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (await dispatcher.Send(new FindSpentTimeOuts(last), cancellationToken) is { IsSuccess: true, Value: { Count: > 0 } batch })
        {
            foreach (var id in batch)
            {
                try
                {
                    if (await dispatcher.Send(new EndSpentTimeOut(id), cancellationToken) is { IsFailure: true } failed)
                        Logger.LogWarning("Time left out of dossier {DossierId} could not be ended: {Code}", id, failed.Error.Code);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    Logger.LogError(exception, "Time left out of dossier {DossierId} could not be ended", id);
                }
            }

            last = batch[^1];
        }
    }

    // One dossier that cannot be looked at must not keep the others from it.
    private async Task<int> LookAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        try
        {
            var looked = await dispatcher.Send(new WatchDossier(dossierId), cancellationToken);
            if (looked.IsFailure)
                Logger.LogWarning("Dossier {DossierId} could not be looked at: {Code}", dossierId, looked.Error.Code);
            return looked is { IsSuccess: true, Value: not WatchOutcome.Nothing } ? 1 : 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logger.LogError(exception, "Dossier {DossierId} could not be looked at", dossierId);
            return 0;
        }
    }
}
