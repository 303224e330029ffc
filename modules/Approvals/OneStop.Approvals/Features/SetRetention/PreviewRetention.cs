using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SetRetention;

/// <summary>What a rule would remove today, before it is switched on.</summary>
[Requires(Permissions.Operate)]
internal sealed record PreviewRetentionQuery(string Key, int? Days) : IQuery<RetentionPreview>;

internal sealed record RetentionPreview(int Instances, int HistoryLines, DateTimeOffset? Oldest, DateTimeOffset? Newest, IReadOnlyList<string> Dossiers);

internal sealed class PreviewRetentionHandler(ApprovalsDbContext context, TimeProvider time) : IHandler<PreviewRetentionQuery, RetentionPreview>
{
    private const int MostNamed = 20;

    public async Task<Result<RetentionPreview>> Handle(PreviewRetentionQuery request, CancellationToken cancellationToken)
    {
        if (request.Days is not { } days || days is < RetentionRule.FewestDays or > RetentionRule.MostDays)
            return Error.Invalid(ApprovalErrors.RetentionDays, nameof(request.Days), RetentionRule.FewestDays, RetentionRule.MostDays);
        if (!await context.ProcessVersions.AnyAsync(v => v.Key == request.Key, cancellationToken))
            return Error.NotFound(ApprovalErrors.VersionMissing);
        var old = FinishedInstances.Before(context, request.Key, time.GetUtcNow().AddDays(-days)).AsNoTracking();
        var count = await old.CountAsync(cancellationToken);
        if (count == 0)
            return new RetentionPreview(0, 0, null, null, []);
        var lines = await context.History.CountAsync(h => old.Any(i => i.Id == h.InstanceId), cancellationToken);
        var first = await old.OrderBy(i => i.EndedAt).Select(i => new { i.DossierCode, i.EndedAt }).Take(MostNamed).ToListAsync(cancellationToken);
        var newest = await old.OrderByDescending(i => i.EndedAt).Select(i => i.EndedAt).FirstAsync(cancellationToken);
        return new RetentionPreview(count, lines, first[0].EndedAt, newest, [.. first.Select(i => i.DossierCode)]);
    }
}
