using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Register;

namespace OneStop.Dossiers.Jobs;

internal sealed class RegisterExportWorker(RegisterExportRun run, RegisterSignal signal, ILogger<RegisterExportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await run.RunDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(LookAnyway, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Ordered registers could not be looked for");
                await signal.WaitAsync(LookAnyway, stoppingToken);
            }
        }
    }
}
