using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Kernel.Jobs;

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

internal sealed class FileSweeper(FileSweep sweep, TimeProvider time, ILogger<FileSweeper> logger) : RepeatedJob(TimeSpan.FromDays(1), time, logger)
{
    public override Task<int> RunAsync(CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);
}
