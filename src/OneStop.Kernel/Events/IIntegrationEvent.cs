using OneStop.Kernel.Results;

namespace OneStop.Kernel.Events;

/// <summary>Something that happened in one module and that others may react to. Past tense, ids and plain values, fields only ever added.</summary>
public interface IIntegrationEvent
{
    /// <summary>Events with the same key are delivered in the order they were raised, for example the dossier's id.</summary>
    string StreamKey { get; }
}

/// <summary>Reacts to an event of another module. Runs in one transaction of its own module's context together with the inbox row, so a redelivery does nothing.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : IIntegrationEvent
{
    /// <summary>Reacts. A failure or an exception makes the outbox deliver again later; other handlers are not held up.</summary>
    /// <param name="integrationEvent">The event.</param>
    /// <param name="envelope">Its id and moment.</param>
    /// <param name="cancellationToken">Set when the node stops.</param>
    Task<Result<Done>> Handle(TEvent integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken);
}

/// <summary>What the outbox knows about an event.</summary>
/// <param name="EventId">Unique and stable over redeliveries.</param>
/// <param name="OccurredAt">When it was raised, UTC.</param>
public sealed record EventEnvelope(Guid EventId, DateTimeOffset OccurredAt);
