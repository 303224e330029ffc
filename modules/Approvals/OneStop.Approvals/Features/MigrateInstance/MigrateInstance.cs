using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.MigrateInstance;

/// <summary>Takes one instance of a run to the other version, or says why it stays.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record MigrateInstanceCommand(Guid ItemId) : ICommand;

internal sealed class MigrateInstanceHandler(ApprovalsDbContext context, InstanceRunner runner, MigrationDesk desk, TimeProvider time) : IHandler<MigrateInstanceCommand, Done>
{
    private const int MostAttempts = 20;
    private const string OtherVersion = "migration.other_version";

    public async Task<Result<Done>> Handle(MigrateInstanceCommand request, CancellationToken cancellationToken)
    {
        var instanceId = await context.MigrationItems.Where(i => i.Id == request.ItemId).Select(i => (Guid?)i.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (instanceId is null || await runner.LockAsync(instanceId.Value, cancellationToken) is not { } instance)
            return Done.Value;
        // Read under the lock: another node may have done it while this one was on its way.
        var item = await context.MigrationItems.SingleAsync(i => i.Id == request.ItemId, cancellationToken);
        if (item.Outcome != MigrationOutcome.Waiting)
            return Done.Value;
        var run = await context.MigrationRuns.SingleAsync(r => r.Id == item.RunId, cancellationToken);
        var now = time.GetUtcNow();
        if (instance.ProcessVersionId != run.FromVersionId)
        {
            item.Refuse(OtherVersion, null, now);
            return Done.Value;
        }

        var mapped = await desk.MapAsync(run.FromVersionId, run.ToVersionId, JsonSerializer.Deserialize<Dictionary<string, string>>(run.Mapping), cancellationToken);
        if (!mapped.TryGet(out var map))
            return mapped.AsFailure<Done>();
        if (desk.Check(map, instance) is { Count: > 0 } problems)
        {
            Stay(item, problems, now);
            return Done.Value;
        }

        var moved = await desk.MoveAsync(map, run, instance, DerivedId.From(item.Id, "migrate"), now, cancellationToken);
        if (moved.IsSuccess)
            item.Finish(now);
        return moved;
    }

    /// <summary>What is only busy is asked again; what does not fit stays where it is.</summary>
    private static void Stay(MigrationItem item, IReadOnlyList<MigrationProblem> problems, DateTimeOffset now)
    {
        var (code, detail) = (problems[0].Code, string.Join(", ", problems.Select(p => p.Element).Where(e => e.Length > 0).Distinct(StringComparer.Ordinal)));
        detail = detail.Length > MigrationItem.LongestDetail ? detail[..MigrationItem.LongestDetail] : detail;
        if (code == MigrationProblem.NotAtRest && item.Attempts < MostAttempts)
            item.Postpone(code, detail, now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, item.Attempts + 1))));
        else
            item.Refuse(code, detail, now);
    }
}
