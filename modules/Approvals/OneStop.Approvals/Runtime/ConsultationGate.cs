using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

internal enum AskerDeed
{
    Explain,
    Withdraw,
    PassOver,
}

/// <summary>A consultation under the lock of its matter. Replayed: the same command was applied before.</summary>
internal sealed record EnteredConsultation(Consultation Consultation, ProcessInstance Instance, bool Replayed);

/// <summary>The one door to what the asking side does with a consultation.</summary>
internal sealed class ConsultationGate(ApprovalsDbContext context, InstanceRunner runner, ConsultationGuard guard, ConsultationBook consultations, ICallerContext callers)
{
    public async Task<Result<EnteredConsultation>> EnterAsync(Guid consultationId, Guid commandId, AskerDeed wanted, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        if (await context.Instances.Where(i => i.SubjectId == consultationId).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken) is not { } instanceId
            || await runner.LockAsync(instanceId, cancellationToken) is not { } instance
            || await consultations.FindAsync(consultationId, cancellationToken) is not { } consultation)
            return Error.NotFound(ConsultationErrors.Missing);
        var own = await guard.OwnTasksAsync(caller, consultation.DossierId, cancellationToken);
        var (speaks, passes) = (ConsultationGuard.SpeaksForAsker(caller, consultation, own), ConsultationGuard.MayPassOver(caller, consultation));
        if (own.Count == 0 && !speaks && !passes)
            return Error.NotFound(ConsultationErrors.Missing);
        if (wanted == AskerDeed.PassOver ? !passes : !speaks)
            return Error.Forbidden(ConsultationErrors.NotYours);
        if (await runner.WasAppliedAsync(instance.Id, commandId, cancellationToken))
            return new EnteredConsultation(consultation, instance, Replayed: true);
        return consultation.IsOpen
            ? new EnteredConsultation(consultation, instance, Replayed: false)
            : Error.Conflict(ConsultationErrors.Closed, consultation.ClosedByName, consultation.ClosedAt is { } at ? Moments.Write(at) : "");
    }

    /// <summary>Ends the body's process; its tasks leave the inbox.</summary>
    public async Task<Result<Done>> EndAsync(
        EnteredConsultation entered, Guid commandId, ConsultationState how, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deed = StepDeed.By(callers.Caller, null, 0, how == ConsultationState.PassedOver ? Contracts.Events.ConsultationOutcomes.PassedOver : Contracts.Events.ConsultationOutcomes.Withdrawn, null);
        await consultations.EndAsync(entered.Consultation, how, reason, deed, now, cancellationToken);
        var applied = await runner.ApplyAsync(entered.Instance, new EngineCommand(commandId, new Terminate(deed.Outcome), callers.Caller.Name, reason), deed, now, cancellationToken);
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
