using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnProcessSignalHeard;

/// <summary>An instance hears a signal that another has thrown.</summary>
internal sealed class OnProcessSignalHeard(InstanceRunner runner, TimeProvider time) : IEventHandler<ProcessSignalHeard>
{
    public async Task<Result<Done>> Handle(ProcessSignalHeard integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await runner.LockAsync(integrationEvent.InstanceId, cancellationToken) is not { } instance)
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "signal"), new Announce(integrationEvent.Signal, new Dictionary<string, object?>()));
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, time.GetUtcNow(), cancellationToken);
        // A refusal means that it no longer listens.
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
