using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.CompleteTask;

/// <summary>Does a step with one of its approving buttons, or records what came from outside.</summary>
[Requires(Permissions.Work)]
internal sealed record CompleteTaskCommand(Guid TaskId, Guid CommandId, string Action, string? Comment, IReadOnlyDictionary<string, string> Fields)
    : ICommand<CompletedTask>, ITaskCommand, IAudited
{
    /// <summary>Words of the button where it was chosen for many tasks at once: the step must have it and ask nothing.</summary>
    public string? Label { get; init; }

    public string? AuditSubject => TaskId.ToString();
}

/// <summary>Where the dossier is now; empty at the end of its way.</summary>
internal sealed record CompletedTask(IReadOnlyList<OpenedStep> Next);

internal sealed class CompleteTaskHandler(
    TaskGate gate, InstanceRunner runner, DefinitionCache definitions, TaskBook book, IDossierDirectory dossiers, ConsultationGuard guard, ConsultationBook consultations,
    ICallerContext callers, TimeProvider time)
    : IHandler<CompleteTaskCommand, CompletedTask>
{
    private static readonly HashSet<string> SignsAPaper = [StepDeeds.SignResult, StepDeeds.IssueResult, StepDeeds.SignApology];

    public async Task<Result<CompletedTask>> Handle(CompleteTaskCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.TaskId, request.CommandId, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<CompletedTask>();
        var (task, instance, assignment, replayed) = entered.Value;
        if (replayed)
            return new CompletedTask([]);

        var node = await runner.NodeOfAsync(instance, task, cancellationToken);
        if (request.Label is { } label && CheckButton(node, request.Action, label) is { } unlike)
            return unlike;
        var answers = StepAnswers.Check(definitions.FormOf(node), request.Fields);
        if (answers.IsFailure)
            return answers.AsFailure<CompletedTask>();

        var comment = string.IsNullOrWhiteSpace(request.Comment) ? null : TaskCommandRules.Tidy(request.Comment);
        if (comment is null && node.Actions.Any(a => a.Key == request.Action && a.ReasonRequired))
            return Error.Invalid(ApprovalErrors.ReasonRequired, nameof(request.Comment));
        var sound = await CheckMatterAsync(instance, answers.Value, cancellationToken);
        if (sound.IsFailure)
            return sound.AsFailure<CompletedTask>();
        if (SignsAPaper.Contains(node.Step!.Deed))
        {
            var signing = new PaperSigning(task.DossierId, node.Step.Deed, callers.Caller.Name, assignment.Title, task.AgencyName);
            if (await dossiers.CheckSigningAsync(signing, cancellationToken) is { IsFailure: true } cannot)
                return cannot.AsFailure<CompletedTask>();
        }

        if (await guard.CheckAsync(instance, task, ConsultationGuard.Decides(node.Step?.Deed), cancellationToken) is { } awaited)
            return awaited;

        var deed = StepDeed.By(callers.Caller, assignment.Title, task.Token, StepOutcomes.Approve, comment, answers.Value) with { Action = request.Action };
        var variables = answers.Value.ToDictionary(a => a.Key, a => (object?)a.Value);
        var command = new EngineCommand(request.CommandId, new Engine.Execution.CompleteTask(task.Token, request.Action, variables), callers.Caller.Name, comment);
        if (instance.Matter == Matters.Consultation)
            await consultations.AnswerAsync(instance, request.Action, comment, deed, time.GetUtcNow(), cancellationToken);
        var applied = await runner.ApplyAsync(instance, command, deed, time.GetUtcNow(), cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<CompletedTask>();
        return TaskGate.Explain(applied.Value, task) is { } error ? error : new CompletedTask(book.Opened);
    }

    private Error? CheckButton(FlowNode node, string action, string label)
    {
        if (!node.Actions.Any(a => a.Key == action && a.Label == label))
            return Error.RuleBroken(ApprovalErrors.ButtonNotThere, label);
        return definitions.FormOf(node).Count > 0 ? Error.RuleBroken(ApprovalErrors.StepAsks) : null;
    }

    private async Task<Result<Done>> CheckMatterAsync(ProcessInstance instance, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        if (instance.Matter is not { } matter)
            return Done.Value;
        // Who asked for a consent does not give it, whatever other posts he holds.
        if (instance.AskedById is { } asker && asker == callers.Caller.AccountId)
            return Error.Forbidden(ApprovalErrors.OwnRequest);
        return await dossiers.CheckMatterAsync(matter, instance.SubjectId, answers, cancellationToken);
    }
}
