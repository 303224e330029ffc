using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Register;
using OneStop.Kernel.Jobs;

namespace OneStop.Dossiers.Jobs;

internal sealed class RegisterExportWorker(RegisterExportRun run, RegisterSignal signal, TimeProvider time, ILogger<RegisterExportWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(20), time, logger)
{
    public override Task<int> RunDueAsync(CancellationToken cancellationToken) => run.RunDueAsync(cancellationToken);
}
