using Microsoft.EntityFrameworkCore;
using OneStop.Notifications.Contracts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Integrations;

internal sealed class NotificationCounter(NotificationsDbContext context) : INotificationCounter
{
    // Layouts wait for it while they draw: nothing here may come back to their own context.
    public Task<int> UnreadAsync(Guid accountId, CancellationToken cancellationToken) =>
        context.Set<Notice>().CountAsync(n => n.AccountId == accountId && n.ReadAt == null, cancellationToken);
}
