using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.TestKit;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// Two hosts over one database: what changes on one is told to the pages of the other.
[Trait("Server", "PostgreSql")]
public sealed class TwoNodesTests(PostgreSqlHost host) : IClassFixture<PostgreSqlHost>
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Publish_OnOneNode_IsHeardOnTheOtherWithinTwoSecondsAndOnceOnItsOwn()
    {
        await using var other = host.NewNode();
        var near = host.Services.GetRequiredService<ILiveFeed>();
        var far = other.Services.GetRequiredService<ILiveFeed>();
        var nearHeard = 0;
        await WarmUpAsync(near, far);
        using var own = near.Subscribe("inbox:1", () => Interlocked.Increment(ref nearHeard));
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var farHeard = 0;
        using var reader = far.Subscribe("inbox:1", () =>
        {
            Interlocked.Increment(ref farHeard);
            heard.TrySetResult();
        });
        using var stranger = far.Subscribe("inbox:2", () => throw new InvalidOperationException("Told of something else."));

        var started = Stopwatch.GetTimestamp();
        near.Publish("inbox:1");
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Promise);
        // What comes after is heard after: by then a second telling of the first would have come too.
        await WarmUpAsync(far, near);
        await WarmUpAsync(near, far);
        Assert.Equal((1, 1), (nearHeard, farHeard));
    }

    private static async Task WarmUpAsync(ILiveFeed from, ILiveFeed to)
    {
        var topic = Guid.NewGuid().ToString();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var reader = to.Subscribe(topic, heard.SetResult);
        from.Publish(topic);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }
}

public sealed class PostgreSqlHost : TestHost
{
    protected override TestSeed Seed => TestSeed.Nothing;

    protected override string? Provider => DatabaseOptions.PostgreSql;
}
