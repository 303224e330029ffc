using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ListFilters;

/// <summary>The views of the inbox that the caller has named.</summary>
[Requires(Permissions.Work)]
internal sealed record ListFiltersQuery : IQuery<IReadOnlyList<FilterView>>;

internal sealed record FilterView(Guid Id, string Name, string Query, bool IsDefault);

internal sealed class ListFiltersHandler(ApprovalsDbContext context, ICallerContext callers) : IHandler<ListFiltersQuery, IReadOnlyList<FilterView>>
{
    public async Task<Result<IReadOnlyList<FilterView>>> Handle(ListFiltersQuery request, CancellationToken cancellationToken)
    {
        var me = callers.Caller.Id;
        return await context.SavedFilters.AsNoTracking().Where(f => f.AccountId == me).OrderBy(f => f.Name).Select(f => new FilterView(f.Id, f.Name, f.Query, f.IsDefault)).ToListAsync(cancellationToken);
    }
}
