using OneStop.Dossiers.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts.Events;

namespace OneStop.Dossiers.Features.OnCalendarChanged;

// Begins to count the running dossiers again; the batches follow one another as events of our own.
internal sealed class OnCalendarChanged(DossiersDbContext context, TimeProvider time) : IEventHandler<CalendarChanged>
{
    public Task<Result<Done>> Handle(CalendarChanged integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        context.Raise(new DeadlinesRecounted(integrationEvent, null), time.GetUtcNow());
        return Task.FromResult<Result<Done>>(Done.Value);
    }
}
