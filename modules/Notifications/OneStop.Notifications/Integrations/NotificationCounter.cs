using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Notifications.Contracts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Integrations;

internal sealed class NotificationCounter(IServiceProvider services) : INotificationCounter
{
    // Every layout holds it, strangers' pages too, which count nothing: the context is made when it is asked for.
    // Layouts wait for the answer while they draw: nothing here may come back to their own context.
    public Task<int> UnreadAsync(Guid accountId, CancellationToken cancellationToken) =>
        services.GetRequiredService<NotificationsDbContext>().Set<Notice>().CountAsync(n => n.AccountId == accountId && n.ReadAt == null, cancellationToken);
}
