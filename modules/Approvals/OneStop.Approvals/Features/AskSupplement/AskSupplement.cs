using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.AskSupplement;

/// <summary>Asks the applicant to complete the dossier; the step and its clock stand still until the answer comes.</summary>
[Requires(Permissions.Work)]
internal sealed record AskSupplementCommand(
    Guid TaskId, Guid CommandId, IReadOnlyList<string> Items, string Reason, string? LegalBasis, DateOnly? AnswerBy) : ICommand, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class AskSupplementHandler(TaskGate gate, InstanceRunner runner, ApprovalsDbContext context, ICallerContext callers, TimeProvider time)
    : IHandler<AskSupplementCommand, Done>
{
    public async Task<Result<Done>> Handle(AskSupplementCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.AnswerBy is { } answerBy && answerBy <= now.VietnamDate())
            return Error.Invalid(ApprovalErrors.DateInPast, nameof(request.AnswerBy));
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return Done.Value;
        var node = (await runner.DefinitionOfAsync(instance, cancellationToken))[task.Element];
        if (!node.Actions.Any(a => a.Kind == ActionKind.AskSupplement))
            return Error.Invalid(ApprovalErrors.UnknownAction);

        var reason = TaskCommandRules.Tidy(request.Reason);
        var command = new EngineCommand(request.CommandId, new Suspend(task.Token, WaitReasons.Supplement), callers.Caller.Name, reason);
        var deed = StepDeed.By(callers.Caller, assignment.Title, task.Token, StepOutcomes.AskSupplement, reason);
        var applied = await runner.ApplyAsync(instance, command, deed, now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (TaskGate.Explain(applied.Value, task) is { } error)
            return error;

        string[] items = [.. request.Items.Select(TaskCommandRules.Tidy).Where(item => item.Length > 0)];
        var basis = string.IsNullOrWhiteSpace(request.LegalBasis) ? null : TaskCommandRules.Tidy(request.LegalBasis);
        context.Raise(new SupplementAsked(task.DossierId, task.Id, callers.Caller.Id, callers.Caller.Name, task.AgencyId, items, reason, basis, request.AnswerBy, now), now);
        return Done.Value;
    }
}
