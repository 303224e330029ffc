using OneStop.Kernel.Live;
using OneStop.Organisation.Contracts;

namespace OneStop.Identity.Integrations;

// Since when posts may have changed that a session still believes in: it is rechecked at its next request instead of at the end of its interval.
internal sealed class PostNews : IDisposable
{
    private readonly IDisposable subscription;
    private long changedAt;

    public PostNews(ILiveFeed live, TimeProvider time)
        => subscription = live.Subscribe(OrganisationTopics.Posts, () => Volatile.Write(ref changedAt, time.GetUtcNow().UtcTicks));

    public DateTimeOffset ChangedAt => new(Volatile.Read(ref changedAt), TimeSpan.Zero);

    public void Dispose() => subscription.Dispose();
}
