using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.AskBack;

/// <summary>A consulted body asks back. Until it is explained its own days stand still; the asker's run.</summary>
[Requires(Permissions.Work)]
internal sealed record AskBackCommand(Guid TaskId, Guid CommandId, string Question) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class AskBackHandler(
    TaskGate gate, ConsultationBook consultations, ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers, TimeProvider time)
    : IHandler<AskBackCommand, Done>
{
    public const string Outcome = "ask_back";

    public Task<Result<Done>> Handle(AskBackCommand request, CancellationToken cancellationToken) =>
        gate.DecideAsync(request, entered => AskBackAsync(request, entered, cancellationToken), cancellationToken);

    private async Task<Result<Done>> AskBackAsync(AskBackCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var (task, now) = (entered.Task, time.GetUtcNow());
        if (task.ConsultationId is not { } id || await consultations.FindAsync(id, cancellationToken) is not { } consultation)
            return Error.RuleBroken(ConsultationErrors.NotThisStep);
        // Afterwards the question would only be a way to a longer date.
        if (consultation.SilentSince is not null || consultation.DueAt <= now)
            return Error.RuleBroken(ConsultationErrors.TooLateToAskBack);

        var question = TaskCommandRules.Tidy(request.Question);
        var applied = await gate.ApplyAsync(entered, new Suspend(task.Token, WaitReasons.Explanation), gate.Deed(entered, Outcome, null), cancellationToken);
        if (applied.IsFailure)
            return applied;
        context.ConsultationMessages.Add(new ConsultationMessage
        {
            Id = EntityId.New(now), ConsultationId = id, FromBody = true, AuthorId = callers.Caller.AccountId, AuthorName = callers.Caller.Name, Text = protector.Protect(question), At = now,
        });
        await consultations.TellSpeakersAsync(consultation, "AskedBack", now, cancellationToken, consultation.DossierCode, consultation.BodyName);
        consultations.Refresh(consultation);
        return Done.Value;
    }
}
