using OneStop.Approvals.Data;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.OnCalendarChanged;

/// <summary>Moves the steps and timers of the next instances, each under its lock.</summary>
internal sealed class OnStepsRecounted(ApprovalsDbContext context, InstanceRunner runner, StepDates dates, CalendarSteps steps, IWorkingCalendar calendars, TimeProvider time)
    : IEventHandler<StepsRecounted>
{
    public async Task<Result<Done>> Handle(StepsRecounted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var change = integrationEvent.Change;
        var agencies = change.AgencyIds.ToHashSet();
        var ground = new DateGround(change.Ground, change.Document);
        var now = time.GetUtcNow();
        calendars.Refresh();
        var batch = await steps.InstancesAsync(integrationEvent.Through, cancellationToken);
        foreach (var id in batch)
        {
            if (await runner.LockAsync(id, cancellationToken) is { EndedAt: null } instance)
                await dates.RecountAsync(instance, ground, agencies, now, cancellationToken);
        }

        if (batch.Count == CalendarSteps.Most)
            context.Raise(new StepsRecounted(change, batch[^1]), now);
        return Done.Value;
    }
}
