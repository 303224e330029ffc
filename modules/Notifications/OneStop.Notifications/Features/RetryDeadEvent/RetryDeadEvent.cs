using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Events;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Features.RetryDeadEvent;

// The worker takes it up within a second. Pressed twice it is begun anew once.
[Requires(Permissions.Operate)]
internal sealed record RetryDeadEvent(Guid EventId) : ICommand, IAudited
{
    public string? AuditSubject => EventId.ToString();
}

internal sealed class RetryDeadEventHandler(NotificationsDbContext context, TimeProvider time) : IHandler<RetryDeadEvent, Done>
{
    public async Task<Result<Done>> Handle(RetryDeadEvent request, CancellationToken cancellationToken)
    {
        if (await context.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.Id == request.EventId, cancellationToken) is not { } message)
            return NotificationErrors.EventMissing;
        if (message.DeadAt is null)
            return NotificationErrors.EventNotDead;
        message.TryAgain(time.GetUtcNow());
        return Done.Value;
    }
}
