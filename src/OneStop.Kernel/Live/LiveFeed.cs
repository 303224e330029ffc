using System.Collections.Concurrent;

namespace OneStop.Kernel.Live;

/// <summary>Tells open pages, on every node, that something they show has changed. Carries no data: readers ask again.</summary>
public interface ILiveFeed
{
    /// <summary>Says that what stands under the topic has changed; call it after the commit.</summary>
    void Publish(string topic);

    /// <summary>Calls <paramref name="changed"/> at each change until the returned handle is disposed. The call comes on a pool thread.</summary>
    IDisposable Subscribe(string topic, Action changed);
}

internal sealed class LiveFeed(LiveRelay relay) : ILiveFeed
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Subscription, bool>> topics = new(StringComparer.Ordinal);

    public void Publish(string topic)
    {
        Tell(topic);
        relay.Send(topic);
    }

    // Those of this node.
    public void Tell(string topic)
    {
        if (!topics.TryGetValue(topic, out var subscriptions))
            return;
        foreach (var subscription in subscriptions.Keys)
            ThreadPool.QueueUserWorkItem(static s => s.Changed(), subscription, preferLocal: false);
    }

    public IDisposable Subscribe(string topic, Action changed)
    {
        var subscription = new Subscription(this, topic, changed);
        topics.GetOrAdd(topic, _ => new()).TryAdd(subscription, true);
        return subscription;
    }

    private sealed class Subscription(LiveFeed feed, string topic, Action changed) : IDisposable
    {
        public Action Changed { get; } = changed;

        public void Dispose()
        {
            if (feed.topics.TryGetValue(topic, out var subscriptions))
                subscriptions.TryRemove(this, out _);
        }
    }
}
