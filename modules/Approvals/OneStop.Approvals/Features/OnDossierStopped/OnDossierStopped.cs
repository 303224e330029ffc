using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnDossierStopped;

/// <summary>The dossier is stopped or withdrawn: its process ends and its tasks leave the inboxes.</summary>
internal sealed class OnDossierStopped(InstanceRunner runner) : IEventHandler<DossierStopped>
{
    public async Task<Result<Done>> Handle(DossierStopped integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await runner.LockByDossierAsync(integrationEvent.DossierId, cancellationToken) is not { } instance)
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "stop"), new Terminate(integrationEvent.Reason));
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.StoppedAt, cancellationToken);
        // A refusal means that nothing is open any more: the dossier went its way before the news came.
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
