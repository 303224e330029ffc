using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RunBulk;

/// <summary>Keeps what came of one task, and ends the deed with its last one.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record RecordBulkCommand(Guid DeedId, Guid TaskId, Error? Problem) : ICommand;

internal sealed class RecordBulkHandler(ApprovalsDbContext context, ILiveFeed live, TimeProvider time) : IHandler<RecordBulkCommand, Done>
{
    /// <summary>Watchers read the whole list anew at each piece of news.</summary>
    private const int TellEvery = 20;
    private const int LongestArgs = 2_000;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async Task<Result<Done>> Handle(RecordBulkCommand request, CancellationToken cancellationToken)
    {
        var deed = await context.BulkDeeds.SingleOrDefaultAsync(d => d.Id == request.DeedId, cancellationToken);
        var item = await context.BulkItems.SingleOrDefaultAsync(i => i.DeedId == request.DeedId && i.TaskId == request.TaskId, cancellationToken);
        if (deed is null || item is not { DoneAt: null })
            return Done.Value;
        var now = time.GetUtcNow();
        item.DoneAt = now;
        if (request.Problem is { } problem)
        {
            var args = JsonSerializer.Serialize((problem.Args ?? []).Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)));
            (item.Failed, item.ErrorCode, item.ErrorArgs) = (true, problem.Code, args.Length > LongestArgs ? null : args);
        }

        var left = await context.BulkItems.CountAsync(i => i.DeedId == deed.Id && i.DoneAt == null && i.TaskId != item.TaskId, cancellationToken);
        if (left == 0)
            (deed.State, deed.DueAt, deed.EndedAt) = (BulkState.Done, null, now);
        else if (left % TellEvery == 0)
            deed.LeasedUntil = now + Lease;
        if (left % TellEvery == 0)
            context.AfterCommit(() => live.Publish(InboxTopics.Bulk(deed.Id)));
        return Done.Value;
    }
}
