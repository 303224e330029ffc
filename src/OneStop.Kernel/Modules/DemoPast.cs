using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Events;

namespace OneStop.Kernel.Modules;

/// <summary>What the demo seed tells of the weeks before today, contributed by a module: on a container of its own, whose clock the telling moves.</summary>
public interface IDemoHistory
{
    /// <summary>Whether it stands in the database already, or there is nobody to tell it of.</summary>
    Task<bool> IsToldAsync(SeedOptions options, CancellationToken cancellationToken);

    /// <summary>Tells it, with the deeds of the people in it. <paramref name="progress"/> takes a label and a share between 0 and 1.</summary>
    Task TellAsync(DemoPast past, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken);
}

/// <summary>A clock that stands still until it is moved.</summary>
/// <param name="start">Where it stands first.</param>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    internal void MoveTo(DateTimeOffset at) => Interlocked.Exchange(ref ticks, at.UtcTicks);
}

/// <summary>The past while it is told: where its clock stands, and what was said and not yet heard.</summary>
public sealed class DemoPast
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private readonly DemoClock clock;
    private readonly OutboxDelivery outbox;

    private DemoPast(DemoClock clock, IServiceProvider services)
    {
        this.clock = clock;
        Today = clock.GetUtcNow();
        outbox = services.GetRequiredService<OutboxDelivery>();
    }

    /// <summary>The moment the telling began at, which no deed may pass.</summary>
    public DateTimeOffset Today { get; }

    /// <summary>Where the clock stands.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Tells every history that is not in the database yet.</summary>
    /// <param name="services">The container of the present.</param>
    /// <param name="options">What the seed was asked for.</param>
    /// <param name="build">Builds the product once more, on the given clock.</param>
    /// <param name="progress">Takes a label and a share between 0 and 1.</param>
    /// <param name="cancellationToken">Stops between two deeds.</param>
    public static async Task TellAsync(
        IServiceProvider services, SeedOptions options, Func<DemoClock, WebApplication> build, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        await using (var present = services.CreateAsyncScope())
        {
            var untold = false;
            foreach (var history in present.ServiceProvider.GetServices<IDemoHistory>())
                untold |= !await history.IsToldAsync(options, cancellationToken);
            if (!untold)
                return;
        }

        var clock = new DemoClock(services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var host = build(clock);
        await using var scope = host.Services.CreateAsyncScope();
        var past = new DemoPast(clock, host.Services);
        foreach (var history in scope.ServiceProvider.GetServices<IDemoHistory>())
        {
            if (!await history.IsToldAsync(options, cancellationToken))
                await history.TellAsync(past, progress, cancellationToken);
        }
    }

    /// <summary>Sets the clock, backward for a new story too.</summary>
    public void GoTo(DateTimeOffset at) =>
        clock.MoveTo(at <= Today ? at : throw new ArgumentOutOfRangeException(nameof(at), at, "The past ends today."));

    /// <summary>Lets everybody hear what was said, and what they say to it.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        // An event that waits for an earlier one of its stream is due a moment later.
        while (await outbox.DeliverDueAsync(cancellationToken) > 0)
            clock.MoveTo(Now + Breath);
    }
}
