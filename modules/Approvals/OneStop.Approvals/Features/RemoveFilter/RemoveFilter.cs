using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RemoveFilter;

/// <summary>Forgets one of the caller's own named filters.</summary>
[Requires(Permissions.Work)]
internal sealed record RemoveFilterCommand(Guid FilterId) : ICommand;

internal sealed class RemoveFilterHandler(ApprovalsDbContext context, ICallerContext callers) : IHandler<RemoveFilterCommand, Done>
{
    public async Task<Result<Done>> Handle(RemoveFilterCommand request, CancellationToken cancellationToken)
    {
        var me = callers.Caller.Id;
        if (await context.SavedFilters.SingleOrDefaultAsync(f => f.Id == request.FilterId && f.AccountId == me, cancellationToken) is { } filter)
            context.SavedFilters.Remove(filter);
        return Done.Value;
    }
}
