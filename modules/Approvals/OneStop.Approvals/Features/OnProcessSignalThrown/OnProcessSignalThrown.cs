using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnProcessSignalThrown;

/// <summary>Passes a signal on to every instance that listens now, and begins the processes that wait for it.</summary>
internal sealed class OnProcessSignalThrown(ApprovalsDbContext context, ProcessStarts starts, TimeProvider time) : IEventHandler<ProcessSignalThrown>
{
    public async Task<Result<Done>> Handle(ProcessSignalThrown integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (thrower, signal) = integrationEvent;
        // The thrower has heard it in the step that threw it.
        var listeners = await context.SignalSubscriptions.AsNoTracking().Where(s => s.Signal == signal && s.InstanceId != thrower).Select(s => s.InstanceId).ToListAsync(cancellationToken);
        foreach (var listener in listeners)
            context.Raise(new ProcessSignalHeard(listener, signal), time.GetUtcNow());
        // What has begun by itself begins nothing else, or two processes could call each other for ever.
        if (await context.Instances.AnyAsync(i => i.Id == thrower && i.DossierId == Guid.Empty, cancellationToken))
            return Done.Value;
        foreach (var start in await starts.WaitingForAsync(EventKind.Signal, signal, time.GetUtcNow(), cancellationToken))
            context.Raise(new ProcessStartAsked(start.ProcessVersionId, start.Element, DerivedId.From(envelope.EventId, $"{start.ProcessVersionId:N} {start.Element}"), null), time.GetUtcNow());
        return Done.Value;
    }
}
