using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Features.CountPromises;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Dossiers.Jobs;

// Every node counts for its own home page.
internal sealed class CountPromisesJob(ISystemDispatcher dispatcher, PromiseBoard board, TimeProvider time, ILogger<CountPromisesJob> logger)
    : RepeatedJob(TimeSpan.FromMinutes(5), time, logger, atOnce: true)
{
    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if ((await dispatcher.Send(new CountPromises(), cancellationToken)).TryGet(out var promises))
            board.Latest = promises;
        return 0;
    }
}
