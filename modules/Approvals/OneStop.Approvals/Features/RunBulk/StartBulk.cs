using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RunBulk;

/// <summary>From here on it cannot be undone. Answers what is left to do, also after a node has stopped in the middle; nothing when it was undone.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record StartBulkCommand(Guid DeedId) : ICommand<BulkWork>;

internal sealed record BulkWork(BulkDeed? Deed, IReadOnlyList<Guid> TaskIds);

internal sealed class StartBulkHandler(ApprovalsDbContext context, ILiveFeed live, TimeProvider time) : IHandler<StartBulkCommand, BulkWork>
{
    public async Task<Result<BulkWork>> Handle(StartBulkCommand request, CancellationToken cancellationToken)
    {
        var deed = await context.BulkDeeds.SingleOrDefaultAsync(d => d.Id == request.DeedId, cancellationToken);
        if (deed is not { State: BulkState.Waiting or BulkState.Running })
            return new BulkWork(null, []);
        var left = await context.BulkItems.Where(i => i.DeedId == deed.Id && i.DoneAt == null).OrderBy(i => i.Number).Select(i => i.TaskId).ToListAsync(cancellationToken);
        deed.State = BulkState.Running;
        if (left.Count == 0)
            (deed.State, deed.DueAt, deed.EndedAt) = (BulkState.Done, null, time.GetUtcNow());
        context.AfterCommit(() => live.Publish(InboxTopics.Bulk(deed.Id)));
        return new BulkWork(deed, left);
    }
}
