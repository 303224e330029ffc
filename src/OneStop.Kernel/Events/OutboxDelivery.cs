using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Observability;
using OneStop.Kernel.Security;

namespace OneStop.Kernel.Events;

// Delivers what is due, once per handler: the inbox row is saved in the handler's own transaction.
internal sealed class OutboxDelivery(
    IServiceScopeFactory scopes, EventCatalogue catalogue, IDatabase database, IFieldProtector protector, OutboxSignal signal, TimeProvider time, ILogger<OutboxDelivery> logger)
{
    private const int Batch = 64;
    private const int MaxAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var claimed = await database.ClaimDueAsync<OutboxMessage>(context, time.GetUtcNow(), Batch, Lease, cancellationToken);
        if (claimed.Count == 0)
            return 0;

        // Ordered here, not by the server: SQL Server orders uniqueidentifier by its last bytes.
        var messages = await context.Set<OutboxMessage>().Where(m => claimed.Contains(m.Id)).ToListAsync(cancellationToken);
        messages.Sort((a, b) => a.Id.CompareTo(b.Id));
        var keys = messages.Select(m => m.StreamKey).Distinct().ToArray();
        var earlier = await context.Set<OutboxMessage>()
            .Where(m => keys.Contains(m.StreamKey) && m.DueAt != null && !claimed.Contains(m.Id))
            .Select(m => new { m.Id, m.StreamKey }).ToListAsync(cancellationToken);

        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // An earlier message of the same stream is still on its way: wait for it, order matters more than speed.
            if (held.Contains(message.StreamKey) || earlier.Any(e => e.StreamKey == message.StreamKey && e.Id.CompareTo(message.Id) < 0))
            {
                message.LeasedUntil = null;
                message.DueAt = time.GetUtcNow() + TimeSpan.FromMilliseconds(200);
                await context.SaveChangesAsync(cancellationToken);
                continue;
            }

            if (!await DeliverAsync(message, cancellationToken))
                held.Add(message.StreamKey);
            await context.SaveChangesAsync(cancellationToken);
        }

        return messages.Count - held.Count;
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity($"deliver {message.EventType}", ActivityKind.Consumer, message.TraceParent);
        Exception? failure = null;
        foreach (var subscription in catalogue.For(message.EventType))
        {
            try
            {
                await HandleAsync(subscription, message, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failure = exception;
                logger.LogWarning(exception, "{Handler} did not take event {EventId}", subscription.HandlerName, message.Id);
            }
        }

        message.Attempts++;
        message.LeasedUntil = null;
        if (failure is null)
        {
            message.DueAt = null;
            message.DeliveredAt = time.GetUtcNow();
            message.Payload = EventPayload.Seal(message.Payload, protector);
            message.LastError = null;
            Telemetry.Deliveries.Add(1);
            return true;
        }

        message.LastError = failure.Message.Length > 2000 ? failure.Message[..2000] : failure.Message;
        if (message.Attempts >= MaxAttempts)
        {
            message.DueAt = null;
            message.DeadAt = time.GetUtcNow();
            message.Payload = EventPayload.Seal(message.Payload, protector);
            Telemetry.DeadEvents.Add(1);
            logger.LogError("Event {EventId} ({EventType}) is given up after {Attempts} attempts", message.Id, message.EventType, message.Attempts);
        }
        else
        {
            var seconds = Math.Min(600, Math.Pow(2, message.Attempts)) * (0.5 + Random.Shared.NextDouble());
            message.DueAt = time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        }

        return false;
    }

    private async Task HandleAsync(EventSubscription subscription, OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Caller = Caller.System;
        var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(subscription.Module.ContextType);
        context.BeginDeed();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Set<InboxEntry>().AnyAsync(e => e.EventId == message.Id && e.Handler == subscription.HandlerName, cancellationToken))
            return;

        context.Set<InboxEntry>().Add(new InboxEntry { EventId = message.Id, Handler = subscription.HandlerName, HandledAt = time.GetUtcNow() });
        var integrationEvent = EventPayload.Read(message.Payload, subscription.EventType, protector);
        var result = await subscription.Handle(scope.ServiceProvider, integrationEvent, new EventEnvelope(message.Id, message.OccurredAt), cancellationToken);
        if (result.IsFailure)
            throw new InvalidOperationException($"{subscription.HandlerName}: {result.Error.Code}");

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        if (context.HasRaised)
            signal.Wake();
        context.RunAfterCommit();
    }
}
