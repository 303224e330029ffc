using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OneStop.Kernel.Jobs;

/// <summary>Does its round after every pause, on every node: a round must be harmless when another node does the same. A failed one is logged and comes again.</summary>
/// <param name="pause">Between two rounds, and before the first.</param>
/// <param name="time">The clock the pauses are measured by; UTC.</param>
/// <param name="logger">The log of this job.</param>
/// <param name="atOnce">Whether the first round does not wait for a pause to pass.</param>
public abstract partial class RepeatedJob(TimeSpan pause, TimeProvider time, ILogger logger, bool atOnce = false) : BackgroundService
{
    /// <summary>The clock its pauses are measured by; UTC.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>The log of this job.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>One round.</summary>
    /// <returns>How much it did; logged when not zero.</returns>
    public abstract Task<int> RunAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Time);
        if (!atOnce)
            await timer.WaitForNextTickAsync(stoppingToken);
        do
        {
            try
            {
                if (await RunAsync(stoppingToken) is > 0 and var count)
                    LogDone(Logger, GetType().Name, count);
            }
            // A database that gives up may cancel too: only the host's own stop ends the job.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(Logger, exception, GetType().Name, pause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "{Job} did {Count}")]
    private static partial void LogDone(ILogger logger, string job, int count);

    [LoggerMessage(LogLevel.Error, "{Job} failed; it is tried again in {Pause}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string job, TimeSpan pause);
}
