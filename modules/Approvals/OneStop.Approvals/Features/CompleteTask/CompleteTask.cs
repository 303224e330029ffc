using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
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

    /// <summary>With a label: whether signing was asked for and the list confirmed. Nobody signs by completing a heap of tasks, nor completes by signing one.</summary>
    public bool Signs { get; init; }

    public string? AuditSubject => TaskId.ToString();
}

/// <summary>Where the dossier is now; empty at the end of its way.</summary>
internal sealed record CompletedTask(IReadOnlyList<OpenedStep> Next);

internal sealed class CompleteTaskHandler(
    TaskGate gate, DefinitionCache definitions, TaskBook book, IDossierDirectory dossiers, ConsultationGuard guard, ConsultationBook consultations,
    ICallerContext callers, TimeProvider time)
    : IHandler<CompleteTaskCommand, CompletedTask>
{
    private static readonly HashSet<string> SignsAPaper = [StepDeeds.SignResult, StepDeeds.IssueResult, StepDeeds.SignApology];

    public static bool Signs(FlowNode node) => node.Step is { } step && SignsAPaper.Contains(step.Deed);

    public Task<Result<CompletedTask>> Handle(CompleteTaskCommand request, CancellationToken cancellationToken) =>
        gate.EnterAsync(
            request, decides: true, entered => CompleteAsync(request, entered, cancellationToken), _ => Task.FromResult<Result<CompletedTask>>(new CompletedTask([])), cancellationToken);

    private async Task<Result<CompletedTask>> CompleteAsync(CompleteTaskCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var (task, instance, node) = (entered.Task, entered.Instance, entered.Node);
        if (request.Label is { } label && CheckButton(node, request.Action, label, request.Signs) is { } unlike)
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
        var deed = gate.Deed(entered, StepOutcomes.Approve, comment, answers.Value) with { Action = request.Action };
        if (Signs(node))
        {
            var signing = new PaperSigning(task.DossierId, node.Step!.Deed, deed.ActorName, deed.ActorTitle, task.AgencyName);
            if (await dossiers.CheckSigningAsync(signing, cancellationToken) is { IsFailure: true } cannot)
                return cannot.AsFailure<CompletedTask>();
        }

        if (await guard.CheckAsync(instance, task, ConsultationGuard.Decides(node.Step?.Deed), cancellationToken) is { } awaited)
            return awaited;

        var variables = answers.Value.ToDictionary(a => a.Key, a => (object?)a.Value);
        if (instance.Matter == Matters.Consultation)
            await consultations.AnswerAsync(instance, request.Action, comment, deed, time.GetUtcNow(), cancellationToken);
        var applied = await gate.ApplyAsync(entered, new Engine.Execution.CompleteTask(task.Token, request.Action, variables), deed, cancellationToken, comment);
        return applied.Map(_ => new CompletedTask(book.Opened));
    }

    private Error? CheckButton(FlowNode node, string action, string label, bool signs)
    {
        if (!node.Actions.Any(a => a.Key == action && a.Label == label))
            return Error.RuleBroken(ApprovalErrors.ButtonNotThere, label);
        if (Signs(node) != signs)
            return Error.RuleBroken(signs ? ApprovalErrors.StepSignsNothing : ApprovalErrors.StepSigns);
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
