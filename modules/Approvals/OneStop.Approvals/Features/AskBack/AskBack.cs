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
    TaskGate gate, InstanceRunner runner, ConsultationBook consultations, ApprovalsDbContext context, IFieldProtector protector, ICallerContext callers, TimeProvider time)
    : IHandler<AskBackCommand, Done>
{
    public const string Outcome = "ask_back";

    public async Task<Result<Done>> Handle(AskBackCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return Done.Value;
        if (task.ConsultationId is not { } id || await consultations.FindAsync(id, cancellationToken) is not { } consultation)
            return Error.RuleBroken(ConsultationErrors.NotThisStep);
        // Afterwards the question would only be a way to a longer date.
        if (consultation.SilentSince is not null || consultation.DueAt <= now)
            return Error.RuleBroken(ConsultationErrors.TooLateToAskBack);

        var question = TaskCommandRules.Tidy(request.Question);
        var deed = StepDeed.By(callers.Caller, assignment.Title, task.Token, Outcome, null);
        var applied = await runner.ApplyAsync(instance, new EngineCommand(request.CommandId, new Suspend(task.Token, WaitReasons.Explanation), callers.Caller.Name), deed, now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (TaskGate.Explain(applied.Value, task) is { } error)
            return error;
        context.ConsultationMessages.Add(new ConsultationMessage
        {
            Id = EntityId.New(now), ConsultationId = id, FromBody = true, AuthorId = callers.Caller.AccountId, AuthorName = callers.Caller.Name, Text = protector.Protect(question), At = now,
        });
        consultations.TellAsker(consultation, "AskedBack", consultation.DossierCode, consultation.BodyName);
        consultations.Refresh(consultation);
        return Done.Value;
    }
}
