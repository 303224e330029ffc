using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.PurgeFinished;

/// <summary>Removes state and history of a few instances whose time is over. Answers how many; fewer than Most means that none is left.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record PurgeFinished : ICommand<int>
{
    public const int Most = 50;
}

internal sealed class PurgeFinishedHandler(ApprovalsDbContext context, IFieldProtector protector, TimeProvider time) : IHandler<PurgeFinished, int>
{
    public async Task<Result<int>> Handle(PurgeFinished request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rules = await context.RetentionRules.AsNoTracking().Where(r => r.Days != null).OrderBy(r => r.Key).Select(r => new { r.Key, r.Days }).ToListAsync(cancellationToken);
        var purged = 0;
        foreach (var rule in rules)
        {
            if (purged < PurgeFinished.Most)
                purged += await PurgeAsync(rule.Key, now.AddDays(-rule.Days!.Value), PurgeFinished.Most - purged, now, cancellationToken);
        }

        return purged;
    }

    private async Task<int> PurgeAsync(string key, DateTimeOffset cutoff, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = await FinishedInstances.Before(context, key, cutoff).OrderBy(i => i.EndedAt).Take(most).ToListAsync(cancellationToken);
        if (old.Count == 0)
            return 0;
        var ids = old.ConvertAll(i => i.Id);
        foreach (var instance in old)
        {
            instance.State = "";
            instance.PurgedAt = now;
        }

        await context.History.Where(h => ids.Contains(h.InstanceId)).ExecuteDeleteAsync(cancellationToken);
        await context.AppliedCommands.Where(c => ids.Contains(c.InstanceId)).ExecuteDeleteAsync(cancellationToken);
        await context.Incidents.Where(i => ids.Contains(i.InstanceId)).ExecuteDeleteAsync(cancellationToken);
        await context.MigrationItems.Where(i => ids.Contains(i.InstanceId)).ExecuteDeleteAsync(cancellationToken);
        await context.SignalSubscriptions.Where(s => ids.Contains(s.InstanceId)).ExecuteDeleteAsync(cancellationToken);
        // Who has intervened and why stays on record; what the variables held does not.
        var nothing = new InstanceSnapshot([], new Dictionary<string, object?>()).Seal(protector);
        await context.OperatorDeeds.Where(d => ids.Contains(d.InstanceId)).ExecuteUpdateAsync(d => d.SetProperty(r => r.Before, nothing).SetProperty(r => r.After, nothing), cancellationToken);
        return old.Count;
    }
}
