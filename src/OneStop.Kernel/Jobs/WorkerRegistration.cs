using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace OneStop.Kernel.Jobs;

/// <summary>Adds what works in the background.</summary>
public static class WorkerRegistration
{
    /// <summary>Adds a worker that begins after the first answer of the node. One that must hear or listen from the start is a hosted service.</summary>
    public static IServiceCollection AddWorker<TWorker>(this IServiceCollection services)
        where TWorker : BackgroundService
    {
        services.TryAddSingleton<FirstAnswer>();
        services.TryAddSingleton<TWorker>();
        return services.AddHostedService<PatientWorker<TWorker>>();
    }

    // A worker itself, so that the host sees the failure of the one it holds.
    private sealed class PatientWorker<TWorker>(TWorker worker, FirstAnswer answer) : BackgroundService
        where TWorker : BackgroundService
    {
        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await base.StopAsync(cancellationToken);
            await worker.StopAsync(cancellationToken);
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await answer.WaitAsync(stoppingToken);
            await worker.StartAsync(stoppingToken);
            await (worker.ExecuteTask ?? Task.CompletedTask);
        }
    }
}
