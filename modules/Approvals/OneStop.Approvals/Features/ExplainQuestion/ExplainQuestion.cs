using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.ExplainQuestion;

/// <summary>Answers what a consulted body asked back: its days go on, its date moves by the office time it has waited.</summary>
[Requires(Permissions.Work)]
internal sealed record ExplainQuestionCommand(Guid ConsultationId, Guid CommandId, string Text) : ICommand, IAudited
{
    public string? AuditSubject => ConsultationId.ToString();
}

internal sealed class ExplainQuestionHandler(
    ConsultationGate gate, InstanceRunner runner, ConsultationBook consultations, HeadNotices notices, ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers,
    TimeProvider time) : IHandler<ExplainQuestionCommand, Done>
{
    public async Task<Result<Done>> Handle(ExplainQuestionCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entered = await gate.EnterAsync(request.ConsultationId, request.CommandId, AskerDeed.Explain, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (consultation, instance, replayed) = entered.Value;
        if (replayed)
            return Done.Value;

        var command = new EngineCommand(request.CommandId, new Resume(WaitReasons.Explanation, new Dictionary<string, object?>()), callers.Caller.Name);
        var applied = await runner.ApplyAsync(instance, command, StepDeed.By(callers.Caller, null, 0, "explain", null), now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (applied.Value is Refusal.NothingWaits)
            return Error.RuleBroken(ConsultationErrors.NothingToExplain);

        context.ConsultationMessages.Add(new ConsultationMessage
        {
            Id = EntityId.New(now), ConsultationId = consultation.Id, FromBody = false, AuthorId = callers.Caller.AccountId, AuthorName = callers.Caller.Name,
            Text = protector.Protect(TaskCommandRules.Tidy(request.Text)), At = now,
        });
        var task = await context.Tasks.SingleAsync(t => t.ConsultationId == consultation.Id && (t.State == TaskState.Open || t.State == TaskState.Suspended), cancellationToken);
        if (task.DueAt is { } due)
            consultation.SetDue(due);
        notices.Tell(await notices.HoldersOfAsync(task, cancellationToken), "Explained", ApprovalsUrls.TaskOf(task.Id), consultation.DossierCode, consultation.AskingUnit, Moments.Write(consultation.DueAt));
        consultations.Refresh(consultation);
        return Done.Value;
    }
}
