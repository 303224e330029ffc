using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Security;

namespace OneStop.TestKit;

internal static class EventDrain
{
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var delivery = services.GetRequiredService<OutboxDelivery>();
        var time = services.GetRequiredService<TimeProvider>();
        var before = await DeliveredAsync(services, cancellationToken);
        for (var last = before; ;)
        {
            await using (var scope = services.CreateAsyncScope())
            {
                // What only waited for an earlier event of its stream is due at once: the clock stands still here.
                var now = time.GetUtcNow();
                await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<OutboxMessage>()
                    .Where(m => m.DueAt > now && m.Attempts == 0)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now), cancellationToken);
            }

            await delivery.DeliverDueAsync(cancellationToken);
            var delivered = await DeliveredAsync(services, cancellationToken);
            if (delivered == last)
                return delivered - before;
            last = delivered;
        }
    }

    public static async Task<IReadOnlyList<string>> RefusedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var refused = await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<OutboxMessage>()
            .Where(m => m.DeliveredAt == null && m.LastError != null).ToListAsync(cancellationToken);
        return [.. refused.Select(m => $"{m.EventType}: {m.LastError}")];
    }

    public static async Task<IReadOnlyList<TEvent>> RaisedAsync<TEvent>(IServiceProvider services, CancellationToken cancellationToken)
        where TEvent : IIntegrationEvent
    {
        var name = typeof(TEvent).FullName!;
        var protector = services.GetRequiredService<IFieldProtector>();
        var rows = await services.GetRequiredService<KernelDbContext>().Set<OutboxMessage>().Where(m => m.EventType == name).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(m => m.Id).Select(m => (TEvent)EventPayload.Read(m.Payload, typeof(TEvent), protector))];
    }

    private static async Task<int> DeliveredAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Set<OutboxMessage>().CountAsync(m => m.DeliveredAt != null, cancellationToken);
    }
}
