using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnWithdrawalRefused;

/// <summary>The desk keeps the dossier: the steps go on.</summary>
internal sealed class OnWithdrawalRefused(InstanceRunner runner) : IEventHandler<WithdrawalRefused>
{
    public async Task<Result<Done>> Handle(WithdrawalRefused integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await runner.LockByDossierAsync(integrationEvent.DossierId, cancellationToken) is not { } instance)
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "resume"), new Resume(WaitReasons.Withdrawal, new Dictionary<string, object?>()));
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.ResumedAt, cancellationToken);
        // A refusal means that nothing is open any more: the dossier went its way before the news came.
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
