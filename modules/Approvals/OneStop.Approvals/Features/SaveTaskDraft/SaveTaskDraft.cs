using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.SaveTaskDraft;

/// <summary>Keeps what is being typed on a task, so that a lost connection or an expired session loses no word.</summary>
[Requires(Permissions.Work)]
internal sealed record SaveTaskDraftCommand(Guid TaskId, string Content) : ICommand;

internal sealed class SaveTaskDraftHandler(ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers, TimeProvider time) : IHandler<SaveTaskDraftCommand, Done>
{
    private const int Longest = 200_000;

    public async Task<Result<Done>> Handle(SaveTaskDraftCommand request, CancellationToken cancellationToken)
    {
        if (request.Content.Length > Longest)
            return Error.Invalid(CommonErrors.TooLong, nameof(request.Content), Longest);
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || TaskAuthority.CandidateAs(callers.Caller, task) is null)
            return ApprovalErrors.Missing();
        if (!task.IsOpen)
            return Done.Value;

        var me = callers.Caller.Id;
        var content = protector.Protect(request.Content);
        var draft = await context.Drafts.SingleOrDefaultAsync(d => d.TaskId == request.TaskId && d.AccountId == me, cancellationToken);
        if (draft is null)
            context.Drafts.Add(draft = new TaskDraft { TaskId = request.TaskId, AccountId = me, Content = content });
        draft.Content = content;
        draft.SavedAt = time.GetUtcNow();
        return Done.Value;
    }
}
