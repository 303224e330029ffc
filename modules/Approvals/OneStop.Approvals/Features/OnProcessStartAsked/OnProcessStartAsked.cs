using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnProcessStartAsked;

/// <summary>Begins a process that waited for a message or signal.</summary>
internal sealed class OnProcessStartAsked(ProcessStarts starts, TimeProvider time) : IEventHandler<ProcessStartAsked>
{
    public Task<Result<Done>> Handle(ProcessStartAsked integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken) =>
        starts.StartAsync(integrationEvent, time.GetUtcNow(), cancellationToken);
}
