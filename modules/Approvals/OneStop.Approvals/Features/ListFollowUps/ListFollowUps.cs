using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.ListFollowUps;

/// <summary>The tasks the caller has asked to see again: those whose day has come, and the next ones.</summary>
[Requires(Permissions.Work)]
internal sealed record ListFollowUpsQuery : IQuery<IReadOnlyList<FollowUpRow>>;

internal sealed record FollowUpRow(Guid TaskId, string DossierCode, string ApplicantName, string StepName, string? StepNameEn, Guid AgencyId, DateTimeOffset? DueAt, DateOnly Day, string? Note, bool IsReached);

internal sealed class ListFollowUpsHandler(ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers) : IHandler<ListFollowUpsQuery, IReadOnlyList<FollowUpRow>>
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<FollowUpRow>>> Handle(ListFollowUpsQuery request, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        var me = caller.Id;
        var wishes = await context.FollowUps.AsNoTracking().Where(f => f.AccountId == me).OrderBy(f => f.Day).ThenBy(f => f.Id).Take(Most).ToListAsync(cancellationToken);
        Guid[] ids = [.. wishes.Select(w => w.TaskId)];
        var tasks = ids.Length == 0 ? [] : await context.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        // A post may be lost and a task be done between the wish and its day.
        FollowUpRow[] rows =
        [
            .. wishes.Where(w => tasks.TryGetValue(w.TaskId, out var task) && task.IsOpen && TaskAuthority.MayRead(caller, task)).Select(w => Row(w, tasks[w.TaskId])),
        ];
        return rows;
    }

    private FollowUpRow Row(FollowUp wish, WorkTask task) => new(
        task.Id, task.DossierCode, task.ApplicantName, task.StepName, task.StepNameEn, task.AgencyId, task.DueAt, wish.DueAt?.VietnamDate() ?? wish.Day, wish.Note is { } note ? protector.Unprotect(note) : null, wish.ReachedAt is not null);
}
