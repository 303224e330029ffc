using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReadBulk;

/// <summary>How a deed on many tasks stands; without an id, the one of mine that is still going on. None is an empty answer.</summary>
[Requires(Permissions.Bulk)]
internal sealed record ReadBulkQuery(Guid? DeedId) : IQuery<BulkView?>;

internal sealed record BulkView(
    Guid Id, BulkKind Kind, BulkState State, string? ColleagueName, string? ActionLabel, DateTimeOffset AskedAt, DateTimeOffset UndoUntil, int Total, int Done, int Failed,
    IReadOnlyList<BulkOutcome> Items, string Topic);

/// <summary>What came of one task: nothing yet, done, or the reason why not.</summary>
internal sealed record BulkOutcome(Guid TaskId, string DossierCode, string StepName, bool IsDone, Error? Problem)
{
    /// <summary>Whoever moves work about need not be one who reads it.</summary>
    public bool MayOpen { get; init; }
}

internal sealed class ReadBulkHandler(ApprovalsDbContext context, ICallerContext callers) : IHandler<ReadBulkQuery, BulkView?>
{
    public async Task<Result<BulkView?>> Handle(ReadBulkQuery request, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        var me = caller.Id;
        var mine = context.BulkDeeds.AsNoTracking().Where(d => d.AccountId == me);
        var deed = request.DeedId is { } id
            ? await mine.SingleOrDefaultAsync(d => d.Id == id, cancellationToken)
            : await mine.Where(d => d.DueAt != null).OrderByDescending(d => d.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (deed is null)
            return request.DeedId is null ? (BulkView?)null : Error.NotFound(ApprovalErrors.BulkMissing);
        var items = await context.BulkItems.AsNoTracking().Where(i => i.DeedId == deed.Id).OrderBy(i => i.Number).ToListAsync(cancellationToken);
        Guid[] ids = [.. items.Select(i => i.TaskId)];
        var open = (await context.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancellationToken)).Where(t => TaskAuthority.MayRead(caller, t)).Select(t => t.Id).ToHashSet();
        return new BulkView(
            deed.Id, deed.Kind, deed.State, deed.ColleagueName, deed.ActionLabel, deed.AskedAt, deed.AskedAt + BulkDeed.TimeToUndo, items.Count,
            items.Count(i => i is { DoneAt: not null, Failed: false }), items.Count(i => i.Failed),
            [.. items.Select(i => new BulkOutcome(i.TaskId, i.DossierCode, i.StepName, i is { DoneAt: not null, Failed: false }, ProblemOf(i)) { MayOpen = open.Contains(i.TaskId) })], InboxTopics.Bulk(deed.Id));
    }

    private static Error? ProblemOf(BulkItem item) =>
        item.ErrorCode is not { } code ? null : Error.RuleBroken(code, [.. item.ErrorArgs is { } args ? JsonSerializer.Deserialize<string?[]>(args) ?? [] : []]);
}
