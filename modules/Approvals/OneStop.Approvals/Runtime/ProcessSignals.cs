using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Events;

namespace OneStop.Approvals.Runtime;

/// <summary>A process has thrown a signal; the instances that listen are found when this is delivered.</summary>
internal sealed record ProcessSignalThrown(Guid InstanceId, string Signal) : IIntegrationEvent
{
    public string StreamKey => $"signal:{Signal}";
}

/// <summary>A signal for one instance, so that each hears it in a transaction of its own.</summary>
internal sealed record ProcessSignalHeard(Guid InstanceId, string Signal) : IIntegrationEvent
{
    public string StreamKey => $"process:{InstanceId}";
}

/// <summary>A message or signal has come for which a version waits to begin; each begins in a transaction of its own.</summary>
internal sealed record ProcessStartAsked(Guid ProcessVersionId, string Element, Guid Cause, string? ActorName) : IIntegrationEvent
{
    /// <summary>What the message brings, sealed.</summary>
    public string? Values { get; init; }

    public string StreamKey => $"start:{Cause}";
}

/// <summary>Keeps the table of who listens for which signal in step with the state.</summary>
internal sealed class SignalBook(ApprovalsDbContext context)
{
    public async Task FollowAsync(Guid instanceId, ProcessDefinition definition, InstanceState before, InstanceState after, CancellationToken cancellationToken)
    {
        if (definition.HasSignals || definition.HasCalls)
            await KeepAsync(instanceId, ProcessEngine.AwaitedSignals(definition, before), ProcessEngine.AwaitedSignals(definition, after), cancellationToken);
    }

    /// <summary>The instance listens for other signals than before.</summary>
    public async Task KeepAsync(Guid instanceId, IReadOnlySet<string> was, IReadOnlySet<string> now, CancellationToken cancellationToken)
    {
        foreach (var signal in now.Except(was))
            context.SignalSubscriptions.Add(new SignalSubscription { InstanceId = instanceId, Signal = signal });
        foreach (var signal in was.Except(now))
        {
            if (await context.SignalSubscriptions.FindAsync([instanceId, signal], cancellationToken) is { } row)
                context.SignalSubscriptions.Remove(row);
        }
    }
}
