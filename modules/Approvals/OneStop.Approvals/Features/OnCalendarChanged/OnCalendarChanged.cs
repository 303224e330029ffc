using OneStop.Approvals.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts.Events;

namespace OneStop.Approvals.Features.OnCalendarChanged;

/// <summary>How far a confirmed change of the calendar has been carried through the running steps.</summary>
internal sealed record StepsRecounted(CalendarChanged Change, Guid? Through) : IIntegrationEvent
{
    public string StreamKey => "calendar-steps";
}

/// <summary>Begins to count the running steps again; the batches follow one another as events of our own.</summary>
internal sealed class OnCalendarChanged(ApprovalsDbContext context) : IEventHandler<CalendarChanged>
{
    public Task<Result<Done>> Handle(CalendarChanged integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        context.Raise(new StepsRecounted(integrationEvent, null), envelope.OccurredAt);
        return Task.FromResult<Result<Done>>(Done.Value);
    }
}
