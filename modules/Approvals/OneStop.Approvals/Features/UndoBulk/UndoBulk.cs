using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.UndoBulk;

/// <summary>Nothing has been done yet, and nothing will be. Who begins and who undoes change the same row: only one of them comes through.</summary>
[Requires(Permissions.Bulk)]
internal sealed record UndoBulkCommand(Guid DeedId) : ICommand, IAudited
{
    public string? AuditSubject => DeedId.ToString();
}

internal sealed class UndoBulkHandler(ApprovalsDbContext context, ICallerContext callers, ILiveFeed live, TimeProvider time) : IHandler<UndoBulkCommand, Done>
{
    public async Task<Result<Done>> Handle(UndoBulkCommand request, CancellationToken cancellationToken)
    {
        var me = callers.Caller.Id;
        if (await context.BulkDeeds.SingleOrDefaultAsync(d => d.Id == request.DeedId && d.AccountId == me, cancellationToken) is not { } deed)
            return Error.NotFound(ApprovalErrors.BulkMissing);
        if (deed.State is BulkState.Running or BulkState.Done)
            return Error.RuleBroken(ApprovalErrors.BulkStarted);
        if (deed.State == BulkState.Waiting)
        {
            (deed.State, deed.DueAt, deed.EndedAt) = (BulkState.Undone, null, time.GetUtcNow());
            context.AfterCommit(() => live.Publish(InboxTopics.Bulk(deed.Id)));
        }

        return Done.Value;
    }
}
