using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.BulkTasks;

/// <summary>Wishes one deed for many tasks. Each is then its own deed with its own outcome; until the first is begun, all can be undone.</summary>
[Requires(Permissions.Bulk)]
internal sealed record BulkTasksCommand(Guid DeedId, BulkKind Kind, IReadOnlyList<Guid> TaskIds) : ICommand<BulkAsked>, IAudited
{
    public Guid? AccountId { get; init; }

    public bool MayFinish { get; init; }

    public string? Reason { get; init; }

    public string? Action { get; init; }

    public string? Label { get; init; }

    /// <summary>The signer has seen the list of what is signed and said so; without it nothing is signed.</summary>
    public bool Confirmed { get; init; }

    public string? AuditSubject => DeedId.ToString();

    public string? AuditReason => Reason;
}

internal sealed record BulkAsked(Guid DeedId, int Tasks, DateTimeOffset UndoUntil);

internal sealed class BulkTasksHandler(ApprovalsDbContext context, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time) : IHandler<BulkTasksCommand, BulkAsked>
{
    public async Task<Result<BulkAsked>> Handle(BulkTasksCommand request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        if (await context.BulkDeeds.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.DeedId, cancellationToken) is { } earlier)
            return earlier.AccountId == caller.Id ? new BulkAsked(earlier.Id, request.TaskIds.Count, earlier.AskedAt + BulkDeed.TimeToUndo) : Error.NotFound(ApprovalErrors.BulkMissing);

        Guid[] ids = [.. request.TaskIds.Distinct()];
        var tasks = await context.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        string? colleague = null;
        if (request.AccountId is { } account && (colleague = await NameAsync(tasks.Values, account, now, cancellationToken)) is null)
            return Error.Invalid(ApprovalErrors.NotAHolder, nameof(request.AccountId));
        context.BulkDeeds.Add(new BulkDeed
        {
            Id = request.DeedId,
            AccountId = caller.Id,
            Kind = request.Kind,
            ColleagueId = request.AccountId,
            ColleagueName = colleague,
            MayFinish = request.MayFinish,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : TaskCommandRules.Tidy(request.Reason),
            Action = request.Action,
            ActionLabel = request.Label,
            AskedAt = now,
            DueAt = now + BulkDeed.TimeToUndo,
        });
        context.BulkItems.AddRange(ids.Select((id, i) => Item(request.DeedId, id, i, tasks.GetValueOrDefault(id), caller, now)));
        return new BulkAsked(request.DeedId, ids.Length, now + BulkDeed.TimeToUndo);
    }

    private static BulkItem Item(Guid deedId, Guid taskId, int number, WorkTask? task, Caller caller, DateTimeOffset now)
    {
        var known = task is not null && (TaskAuthority.MayRead(caller, task) || TaskAuthority.MayReassign(caller, task));
        return new BulkItem
        {
            DeedId = deedId,
            TaskId = taskId,
            Number = number,
            DossierCode = known ? task!.DossierCode : "–",
            StepName = known ? task!.StepName : "",
            DoneAt = known ? null : now,
            Failed = !known,
            ErrorCode = known ? null : ApprovalErrors.TaskMissing,
        };
    }

    /// <summary>The colleague must hold the post for one of the tasks at least; the others will say each that he does not.</summary>
    private async Task<string?> NameAsync(IEnumerable<WorkTask> tasks, Guid account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var task in tasks.DistinctBy(t => (t.AgencyId, t.DepartmentId, t.Role)))
        {
            var holders = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
            if (holders.FirstOrDefault(h => h.HolderId == account) is { HolderName: { } name })
                return name;
        }

        return null;
    }
}
