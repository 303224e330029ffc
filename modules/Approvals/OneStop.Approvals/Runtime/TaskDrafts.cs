using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Runtime;

/// <summary>What the caller is typing on a task, on any of its pages: one row, each page its own part of it.</summary>
internal sealed class TaskDrafts(ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers, TimeProvider time)
{
    private const int Longest = 200_000;

    public async Task<TaskForm> ReadAsync(Guid taskId, CancellationToken cancellationToken) =>
        TaskForm.Read(await FindAsync(taskId, cancellationToken) is { } draft ? protector.Unprotect(draft.Content) : null);

    public async Task<Result<Done>> KeepAsync(Guid taskId, Func<TaskForm, TaskForm> typed, CancellationToken cancellationToken)
    {
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, cancellationToken);
        if (task is null || TaskAuthority.CandidateAs(callers.Caller, task) is null)
            return ApprovalErrors.Missing();
        if (!task.IsOpen)
            return Done.Value;

        var draft = await FindAsync(taskId, cancellationToken);
        var written = typed(TaskForm.Read(draft is null ? null : protector.Unprotect(draft.Content))).Write();
        if (written.Length > Longest)
            return Error.Invalid(CommonErrors.TooLong, null, Longest);
        var content = protector.Protect(written);
        if (draft is null)
            context.Drafts.Add(draft = new TaskDraft { TaskId = taskId, AccountId = callers.Caller.Id, Content = content });
        draft.Content = content;
        draft.SavedAt = time.GetUtcNow();
        return Done.Value;
    }

    private Task<TaskDraft?> FindAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var me = callers.Caller.Id;
        return context.Drafts.SingleOrDefaultAsync(d => d.TaskId == taskId && d.AccountId == me, cancellationToken);
    }
}
