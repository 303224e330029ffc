using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnSupplementReceived;

/// <summary>The applicant has completed the dossier: the step that asked goes on.</summary>
internal sealed class OnSupplementReceived(InstanceRunner runner) : IEventHandler<SupplementReceived>
{
    public async Task<Result<Done>> Handle(SupplementReceived integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await runner.LockByDossierAsync(integrationEvent.DossierId, cancellationToken) is not { } instance)
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "resume"), new Resume(WaitReasons.Supplement, new Dictionary<string, object?>()));
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.ReceivedAt, cancellationToken);
        // A refusal means that nothing is open any more: the dossier went its way before the news came.
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
