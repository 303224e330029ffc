using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.CompareProcesses;

/// <summary>What differs between two versions or drafts, each named by its id.</summary>
[Requires(Permissions.Design)]
internal sealed record CompareProcessesQuery(Guid Before, Guid After) : IQuery<Comparison>;

internal sealed record Comparison(ComparedSide Before, ComparedSide After, IReadOnlyList<ElementChange> Changes);

/// <summary>The number is null for a draft.</summary>
internal sealed record ComparedSide(Guid Id, string Key, string Name, int? Number, DateOnly? ValidFrom);

internal sealed class CompareProcessesHandler(ApprovalsDbContext context) : IHandler<CompareProcessesQuery, Comparison>
{
    public async Task<Result<Comparison>> Handle(CompareProcessesQuery request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Before, cancellationToken) is not { } before || await FindAsync(request.After, cancellationToken) is not { } after)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        return new Comparison(before.Side, after.Side, ProcessComparison.Compare(before.Xml, after.Xml));
    }

    private async Task<(ComparedSide Side, string Xml)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await context.ProcessVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellationToken) is { } version)
            return (new ComparedSide(id, version.Key, version.Name, version.Number, version.ValidFrom), version.Xml);
        return await context.ProcessDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is { } draft
            ? (new ComparedSide(id, draft.Key, draft.Name, null, null), draft.Xml)
            : null;
    }
}
