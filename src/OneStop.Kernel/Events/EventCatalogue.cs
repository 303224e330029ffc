using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Events;

// Who listens to what; gathered when the modules are added.
internal sealed class EventCatalogue
{
    private readonly Dictionary<string, List<EventSubscription>> byType = new(StringComparer.Ordinal);

    public IEnumerable<EventSubscription> All => byType.Values.SelectMany(s => s);

    public void Add(EventSubscription subscription)
    {
        var key = subscription.EventType.FullName!;
        if (!byType.TryGetValue(key, out var list))
            byType[key] = list = [];
        list.Add(subscription);
    }

    public IReadOnlyList<EventSubscription> For(string eventType) => byType.TryGetValue(eventType, out var list) ? list : [];
}

internal abstract record EventSubscription(Type EventType, Type HandlerType, IModule Module)
{
    public string HandlerName => HandlerType.FullName!;

    public abstract Task<Result<Done>> Handle(IServiceProvider services, object integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken);
}

internal sealed record EventSubscription<TEvent>(Type HandlerType, IModule Module) : EventSubscription(typeof(TEvent), HandlerType, Module)
    where TEvent : IIntegrationEvent
{
    public override Task<Result<Done>> Handle(IServiceProvider services, object integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken) =>
        ((IEventHandler<TEvent>)services.GetRequiredService(HandlerType)).Handle((TEvent)integrationEvent, envelope, cancellationToken);
}
