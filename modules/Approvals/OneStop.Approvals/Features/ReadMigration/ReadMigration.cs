using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReadMigration;

/// <summary>How far a migration is, and which instances stayed and why.</summary>
[Requires(Permissions.Operate)]
internal sealed record ReadMigrationQuery(Guid RunId) : IQuery<MigrationProgress>;

internal sealed record MigrationProgress(
    string Key, int FromNumber, int ToNumber, string Why, string StartedByName, DateTimeOffset StartedAt, int Waiting, int Moved, int Refused, IReadOnlyList<StayingInstance> Staying)
{
    public int Total => Waiting + Moved + Refused;
}

internal sealed record StayingInstance(Guid Id, string DossierCode, MigrationOutcome Outcome, string? Code, string? Detail);

internal sealed class ReadMigrationHandler(ApprovalsDbContext context) : IHandler<ReadMigrationQuery, MigrationProgress>
{
    private const int MostListed = 200;

    public async Task<Result<MigrationProgress>> Handle(ReadMigrationQuery request, CancellationToken cancellationToken)
    {
        if (await context.MigrationRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RunId, cancellationToken) is not { } run)
            return Error.NotFound(ApprovalErrors.MigrationMissing);
        var numbers = await context.ProcessVersions.Where(v => v.Id == run.FromVersionId || v.Id == run.ToVersionId).ToDictionaryAsync(v => v.Id, v => v.Number, cancellationToken);
        var items = context.MigrationItems.AsNoTracking().Where(i => i.RunId == run.Id);
        var counts = await items.GroupBy(i => i.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var staying = await items.Where(i => i.Code != null).OrderBy(i => i.DossierCode).Take(MostListed)
            .Select(i => new StayingInstance(i.Id, i.DossierCode, i.Outcome, i.Code, i.Detail)).ToListAsync(cancellationToken);
        return new MigrationProgress(
            run.Key, numbers[run.FromVersionId], numbers[run.ToVersionId], run.Why, run.StartedByName, run.StartedAt, counts.GetValueOrDefault(MigrationOutcome.Waiting),
            counts.GetValueOrDefault(MigrationOutcome.Done), counts.GetValueOrDefault(MigrationOutcome.Refused), staying);
    }
}
