using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.UI;

namespace OneStop.Approvals.Features.OnMatterStepCompleted;

/// <summary>The superior has decided on a further request for supplements: only now does it go to the citizen, and only now does the clock stand still.</summary>
internal sealed class OnMatterStepCompleted(ApprovalsDbContext context, InstanceRunner runner, StateVault vault, HeadNotices notices) : IEventHandler<MatterStepCompleted>
{
    public async Task<Result<Done>> Handle(MatterStepCompleted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var decided = integrationEvent;
        if (decided.Matter != Matters.SupplementConsent)
            return Done.Value;
        var matter = await context.Instances.AsNoTracking().SingleAsync(i => i.DossierId == decided.DossierId && i.SubjectId == decided.SubjectId, cancellationToken);
        if (matter is not { AskingTaskId: { } taskId, AskedById: { } askerId } || await runner.LockByDossierAsync(decided.DossierId, cancellationToken) is not { } instance)
            return Done.Value;
        var task = await context.Tasks.SingleAsync(t => t.Id == taskId, cancellationToken);
        if (decided.Action != MatterActions.Approve)
        {
            notices.Tell([askerId], "ConsentRefused", ApprovalsUrls.TaskOf(taskId), task.DossierCode, decided.ActorName, decided.Comment ?? "");
            return Done.Value;
        }

        var asked = vault.Open(matter).Variables;
        var (asker, reason) = (Text(asked, StepFields.AskedByName), Text(asked, StepFields.SupplementReason));
        var deed = new StepDeed(task.Token, StepOutcomes.AskSupplement, askerId, asker, "", reason, new Dictionary<string, string>());
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "suspend"), new Suspend(task.Token, WaitReasons.Supplement), asker, reason);
        if (task.State != TaskState.Open)
            return Moot(task, askerId);
        var applied = await runner.ApplyAsync(instance, command, deed, decided.CompletedAt, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (applied.Value != Refusal.None)
            return Moot(task, askerId);

        context.Raise(
            new SupplementAsked(
                task.DossierId, task.Id, askerId, asker, task.AgencyId, Text(asked, StepFields.SupplementItems).Split('\n', StringSplitOptions.RemoveEmptyEntries), reason,
                Text(asked, StepFields.SupplementBasis) is { Length: > 0 } basis ? basis : null, AnswerBy(asked, decided.CompletedAt), decided.CompletedAt, decided.ActorName),
            decided.CompletedAt);
        notices.Tell([askerId], "ConsentGiven", ApprovalsUrls.TaskOf(taskId), task.DossierCode, decided.ActorName);
        return Done.Value;
    }

    // The step was done, handed on or put on hold while the superior thought about it.
    private Result<Done> Moot(WorkTask task, Guid askerId)
    {
        notices.Tell([askerId], "ConsentMoot", ApprovalsUrls.TaskOf(task.Id), task.DossierCode);
        return Done.Value;
    }

    private static string Text(IReadOnlyDictionary<string, object?> variables, string key) => variables.GetValueOrDefault(key) as string ?? "";

    // A day that has passed while the consent was waited for binds nobody.
    private static DateOnly? AnswerBy(IReadOnlyDictionary<string, object?> variables, DateTimeOffset now) =>
        DateText.TryRead(Text(variables, StepFields.SupplementAnswerBy), out var day) && day > now.VietnamDate() ? day : null;
}
