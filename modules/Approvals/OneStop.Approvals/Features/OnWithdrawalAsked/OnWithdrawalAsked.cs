using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnWithdrawalAsked;

/// <summary>The citizen wants the dossier back: open steps stand still until the desk answers.</summary>
internal sealed class OnWithdrawalAsked(InstanceRunner runner) : IEventHandler<WithdrawalAsked>
{
    public async Task<Result<Done>> Handle(WithdrawalAsked integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await runner.LockByDossierAsync(integrationEvent.DossierId, cancellationToken) is not { } instance)
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "hold"), new Suspend(null, WaitReasons.Withdrawal));
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.AskedAt, cancellationToken);
        // A refusal means that nothing is open any more: the dossier went its way before the news came.
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
