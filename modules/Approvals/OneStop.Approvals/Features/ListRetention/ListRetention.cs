using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ListRetention;

/// <summary>Every process and how long what the engine remembers of its finished instances is kept.</summary>
[Requires(Permissions.Operate)]
internal sealed record ListRetentionQuery : IQuery<IReadOnlyList<RetentionRow>>;

internal sealed record RetentionRow(string Key, string Name, int? Days, long Version, string? ChangedByName, DateTimeOffset? ChangedAt, string? Why);

internal sealed class ListRetentionHandler(ApprovalsDbContext context) : IHandler<ListRetentionQuery, IReadOnlyList<RetentionRow>>
{
    public async Task<Result<IReadOnlyList<RetentionRow>>> Handle(ListRetentionQuery request, CancellationToken cancellationToken)
    {
        var versions = await context.ProcessVersions.AsNoTracking().Select(v => new { v.Key, v.Name, v.Number }).ToListAsync(cancellationToken);
        var rules = await context.RetentionRules.AsNoTracking().ToDictionaryAsync(r => r.Key, cancellationToken);
        return versions.GroupBy(v => v.Key).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var rule = rules.GetValueOrDefault(g.Key);
            return new RetentionRow(g.Key, g.MaxBy(v => v.Number)!.Name, rule?.Days, rule?.Version ?? 0, rule?.ChangedByName, rule?.ChangedAt, rule?.Why);
        }).ToArray();
    }
}
