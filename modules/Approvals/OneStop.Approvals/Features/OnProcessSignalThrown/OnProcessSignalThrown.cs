using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnProcessSignalThrown;

/// <summary>Passes a signal on to every instance that listens now.</summary>
internal sealed class OnProcessSignalThrown(ApprovalsDbContext context, TimeProvider time) : IEventHandler<ProcessSignalThrown>
{
    public async Task<Result<Done>> Handle(ProcessSignalThrown integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (thrower, signal) = integrationEvent;
        // The thrower has heard it in the step that threw it.
        var listeners = await context.SignalSubscriptions.AsNoTracking().Where(s => s.Signal == signal && s.InstanceId != thrower).Select(s => s.InstanceId).ToListAsync(cancellationToken);
        foreach (var listener in listeners)
            context.Raise(new ProcessSignalHeard(listener, signal), time.GetUtcNow());
        return Done.Value;
    }
}
