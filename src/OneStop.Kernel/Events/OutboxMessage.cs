using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Kernel.Data;

namespace OneStop.Kernel.Events;

/// <summary>An event waiting for delivery, or delivered. Operators read it; only the kernel writes it.</summary>
public sealed class OutboxMessage : IClaimable
{
    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Full name of the event's type.</summary>
    public required string EventType { get; init; }

    /// <summary>Order is kept among messages with the same key.</summary>
    public required string StreamKey { get; init; }

    /// <summary>The event as JSON; sealed once it is delivered or given up.</summary>
    public required string Payload { get; set; }

    /// <summary>W3C trace context of the deed that raised it, or null.</summary>
    public string? TraceParent { get; init; }

    /// <inheritdoc />
    public DateTimeOffset? DueAt { get; set; }

    /// <inheritdoc />
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Deliveries tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When the last handler had taken it, UTC.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>When delivery was given up until an operator looks, UTC.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    /// <summary>What went wrong last; type and message, no data.</summary>
    public string? LastError { get; set; }

    /// <summary>Has an event that was given up delivered anew, from the first attempt on; those who have taken it already are not asked again.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        DeadAt = null;
        Attempts = 0;
        DueAt = now;
    }

    internal static OutboxMessage From(IIntegrationEvent integrationEvent, DateTimeOffset now) => new()
    {
        Id = EntityId.New(now),
        OccurredAt = now,
        EventType = integrationEvent.GetType().FullName!,
        StreamKey = integrationEvent.StreamKey,
        Payload = EventPayload.Write(integrationEvent),
        TraceParent = Activity.Current?.Id,
        DueAt = now,
    };
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.EventType).HasMaxLength(300);
        builder.Property(m => m.StreamKey).HasMaxLength(120);
        builder.Property(m => m.TraceParent).HasMaxLength(60);
        builder.Property(m => m.LastError).HasMaxLength(2000);
        builder.HasIndex(m => m.DueAt);
        builder.HasIndex(m => new { m.StreamKey, m.DueAt });
    }
}

internal sealed class InboxEntry
{
    public Guid EventId { get; init; }
    public required string Handler { get; init; }
    public DateTimeOffset HandledAt { get; init; }
}

internal sealed class InboxEntryConfiguration : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> builder)
    {
        builder.HasKey(e => new { e.EventId, e.Handler });
        builder.Property(e => e.Handler).HasMaxLength(200);
    }
}
