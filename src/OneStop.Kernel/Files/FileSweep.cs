using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OneStop.Kernel.Files;

// Deletes content that no row names any more: removed files, dropped drafts, uploads broken off. Young content is left alone, its row may be on its way.
internal sealed class FileSweep(IFileStore store, IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan SafeAge = TimeSpan.FromDays(2);
    private const int Batch = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - SafeAge;
        var deleted = 0;
        foreach (var candidates in store.SavedBefore(before).Chunk(Batch))
        {
            var unused = candidates.ToHashSet(StringComparer.Ordinal);
            await using var scope = scopes.CreateAsyncScope();
            foreach (var references in scope.ServiceProvider.GetServices<IFileReferences>())
                unused.ExceptWith(await references.AmongAsync(candidates, cancellationToken));
            deleted += unused.Count(hash => store.Delete(hash, before));
        }

        return deleted;
    }
}

internal sealed class FileSweeper(FileSweep sweep, TimeProvider time, ILogger<FileSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await sweep.RunAsync(stoppingToken) is > 0 and var deleted)
                    logger.LogInformation("Deleted {Count} files that nothing refers to", deleted);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Unused files could not be deleted; it is tried again in {Pause}", Pause);
            }
        }
    }
}
