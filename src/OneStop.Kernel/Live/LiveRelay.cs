using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Data;

namespace OneStop.Kernel.Live;

// What this node has to tell the others. SQLite has one node, so there it keeps nothing.
internal sealed class LiveRelay(IOptions<DatabaseOptions> options)
{
    private const int Most = 10_000;
    private readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest });

    public bool IsNeeded { get; } = options.Value.Provider != DatabaseOptions.Sqlite;

    public void Send(string topic)
    {
        if (IsNeeded)
            waiting.Writer.TryWrite(topic);
    }

    public HashSet<string> TakeAll()
    {
        var topics = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.Reader.TryRead(out var topic))
            topics.Add(topic);
        return topics;
    }
}

// Writes what this node has said and reads what the others have, a few times a second, by a small table that every server has.
internal sealed class LiveRelayWorker(LiveRelay relay, LiveFeed feed, IServiceScopeFactory scopes, TimeProvider time, ILogger<LiveRelayWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    // Wide enough for clocks that do not agree and for commits that come late.
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly Guid node = Guid.NewGuid();
    private HashSet<Guid> heard = [];
    private DateTimeOffset cleanAfter;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!relay.IsNeeded)
            return;
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "News between nodes could not be passed on");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var now = time.GetUtcNow();
        foreach (var topic in relay.TakeAll())
            context.Add(new LiveMark { Id = EntityId.New(now), Node = node, Topic = topic, At = now });
        if (context.ChangeTracker.HasChanges())
            await context.SaveChangesAsync(cancellationToken);

        var since = now - LookBack;
        var marks = await context.Set<LiveMark>().AsNoTracking().Where(m => m.At >= since && m.Node != node).Select(m => new { m.Id, m.Topic }).ToListAsync(cancellationToken);
        // The first round tells what is up to a minute old: whose page is open asks once too often, and nobody misses what came before the round.
        foreach (var topic in marks.Where(m => !heard.Contains(m.Id)).Select(m => m.Topic).Distinct(StringComparer.Ordinal))
            feed.Tell(topic);
        heard = [.. marks.Select(m => m.Id)];

        if (now < cleanAfter)
            return;
        cleanAfter = now + Life;
        var old = now - Life;
        await context.Set<LiveMark>().Where(m => m.At < old).ExecuteDeleteAsync(cancellationToken);
    }
}
