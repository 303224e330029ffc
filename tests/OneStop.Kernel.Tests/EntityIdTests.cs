using System.Collections.Concurrent;
using OneStop.Kernel.Data;
using Xunit;

namespace OneStop.Kernel.Tests;

// The sequence is one for the process: a test with another clock beside these would set it back.
[CollectionDefinition(nameof(OneSequence), DisableParallelization = true)]
public sealed class OneSequence;

[Collection(nameof(OneSequence))]
public sealed class EntityIdTests
{
    // Far from the other tests' clocks: the sequence is one for the process.
    private static readonly DateTimeOffset Base = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void New_IsVersionSevenWithTheMomentInFront()
    {
        var id = EntityId.New(Base);

        Assert.Equal(7, id.Version);
        Assert.Equal(Base.ToUnixTimeMilliseconds(), Convert.ToInt64(id.ToString("N")[..12], 16));
    }

    [Fact]
    public void New_WhenTheClockStandsStill_AscendsEvenPastOneMillisecondsCounter()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => EntityId.New(Base.AddDays(1))).ToArray();

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void New_WhenTheClockStepsBackALittle_StillAscends()
    {
        var first = EntityId.New(Base.AddDays(2));

        var second = EntityId.New(Base.AddDays(2).AddSeconds(-5));

        Assert.True(first.CompareTo(second) < 0);
    }

    [Fact]
    public async Task New_FromManyThreads_NeverRepeatsAndAscendsInEach()
    {
        var all = new ConcurrentBag<Guid[]>();

        await Parallel.ForAsync(0, 8, (_, _) =>
        {
            all.Add([.. Enumerable.Range(0, 5_000).Select(_ => EntityId.New(Base.AddDays(3)))]);
            return ValueTask.CompletedTask;
        });

        Assert.All(all, ids => Assert.Equal(ids.Order(), ids));
        Assert.Equal(40_000, all.SelectMany(i => i).Distinct().Count());
    }
}
