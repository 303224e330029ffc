using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.MigrateInstance;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Data;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Approvals.Jobs;

/// <summary>Claims instances that somebody has decided to migrate, and sends one request for each. Nodes race for them; each is taken once.</summary>
internal sealed class MigrationWorker(
    IServiceScopeFactory scopes, ISystemDispatcher dispatcher, IDatabase database, MigrationSignal signal, TimeProvider time, ILogger<MigrationWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(10), time, logger)
{
    private const int Batch = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public override async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> claimed;
        await using (var scope = scopes.CreateAsyncScope())
            claimed = await database.ClaimDueAsync<MigrationItem>(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), Time.GetUtcNow(), Batch, Lease, cancellationToken);
        foreach (var item in claimed)
        {
            var result = await dispatcher.Send(new MigrateInstanceCommand(item), cancellationToken);
            // The lease runs out by itself, and then it is tried again.
            if (result.IsFailure)
                Logger.LogWarning("Migration item {ItemId} was not done: {Reason}", item, result.Error.Code);
        }

        return claimed.Count;
    }
}
