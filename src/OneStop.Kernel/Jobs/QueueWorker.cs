using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OneStop.Kernel.Jobs;

/// <summary>Works off rows that are due, round after round, and sleeps only when a round found none. A failed round is logged and tried again.</summary>
public abstract partial class QueueWorker(WorkSignal signal, TimeSpan lookAnyway, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>The clock its pauses are measured by; UTC.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>The log of this worker.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>Claims a batch of what is due and does it; several nodes may call it at once.</summary>
    /// <returns>How many rows were claimed.</returns>
    public abstract Task<int> RunDueAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(lookAnyway, Time, stoppingToken);
            }
            // A database that gives up may cancel too: only the host's own stop ends the worker.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(Logger, exception, GetType().Name, lookAnyway);
                await Task.Delay(lookAnyway, Time, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Worker} could not look for work; it is tried again in {Pause}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string worker, TimeSpan pause);
}
