using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.HandBackTask;

/// <summary>A delegate has prepared the step: what was filled in becomes the owner's draft, and the owner decides.</summary>
[Requires(Permissions.Work)]
internal sealed record HandBackTaskCommand(Guid TaskId, Guid CommandId, string? Comment, IReadOnlyDictionary<string, string> Fields) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class HandBackTaskHandler(
    ApprovalsDbContext context, TaskGate gate, TaskBook book, HeadNotices notices, IFieldProtector protector, ICallerContext callers, TimeProvider time)
    : IHandler<HandBackTaskCommand, Done>
{
    public const string Action = "hand_back";

    public Task<Result<Done>> Handle(HandBackTaskCommand request, CancellationToken cancellationToken) =>
        gate.HoldAsync(request, entered => HandBackAsync(request, entered, cancellationToken), cancellationToken);

    private async Task<Result<Done>> HandBackAsync(HandBackTaskCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var task = entered.Task;
        if (task is not { OwnerId: { } owner, AssigneeId: { } delegated })
            return Error.RuleBroken(ApprovalErrors.NotDelegated);

        var comment = string.IsNullOrWhiteSpace(request.Comment) ? null : TaskCommandRules.Tidy(request.Comment);
        var applied = await gate.RemarkAsync(entered, Action, comment, cancellationToken);
        if (applied.IsFailure)
            return applied;
        await FillDraftAsync(task.Id, owner, delegated, request, comment, time.GetUtcNow(), cancellationToken);
        notices.Tell([owner], "Prepared", ApprovalsUrls.TaskOf(task.Id), task.DossierCode, task.StepName, callers.Caller.Name);
        task.GoBackToOwner();
        book.Tell(task);
        return Done.Value;
    }

    private async Task FillDraftAsync(Guid taskId, Guid owner, Guid delegated, HandBackTaskCommand request, string? comment, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var drafts = await context.Drafts.Where(d => d.TaskId == taskId && (d.AccountId == owner || d.AccountId == delegated)).ToListAsync(cancellationToken);
        var kept = drafts.Find(d => d.AccountId == owner);
        var form = TaskForm.Read(kept is null ? null : protector.Unprotect(kept.Content));
        foreach (var (key, answer) in request.Fields)
            form.Fields[key] = answer;
        form.Comment = comment ?? form.Comment;
        var content = protector.Protect(form.Write());
        if (kept is null)
            context.Drafts.Add(kept = new TaskDraft { TaskId = taskId, AccountId = owner, Content = content });
        kept.Content = content;
        kept.SavedAt = now;
        context.Drafts.RemoveRange(drafts.Where(d => d.AccountId == delegated));
    }
}
