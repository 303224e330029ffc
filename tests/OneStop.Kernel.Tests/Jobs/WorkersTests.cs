using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using OneStop.Kernel.Jobs;
using Xunit;

namespace OneStop.Kernel.Tests.Jobs;

public sealed class WorkersTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_worker_sleeps_until_it_is_woken()
    {
        var signal = new Bell();
        using var worker = new Counter(signal, Long, round => round switch { 1 => 3, 2 => 0, _ => 1 });
        await worker.StartAsync(default);
        Assert.Equal(1, await worker.Rounds.ReadAsync());
        Assert.Equal(2, await worker.Rounds.ReadAsync());
        Assert.False(worker.Rounds.TryRead(out _));

        signal.Wake();

        Assert.Equal(3, await worker.Rounds.ReadAsync());
        await worker.StopAsync(default);
    }

    // A command that ran into its timeout answers with a cancellation; the worker of a whole node must not end by it.
    [Fact]
    public async Task A_round_cancelled_by_the_database_is_tried_again()
    {
        using var worker = new Counter(new Bell(), Short, round => round == 1 ? throw new OperationCanceledException() : 1);
        await worker.StartAsync(default);
        Assert.Equal(1, await worker.Rounds.ReadAsync());
        Assert.Equal(2, await worker.Rounds.ReadAsync());
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task A_job_that_failed_comes_again_after_its_pause()
    {
        using var job = new Ticker(round => round == 1 ? throw new InvalidOperationException() : 1);
        await job.StartAsync(default);

        Assert.Equal(1, await job.Rounds.ReadAsync());
        Assert.Equal(2, await job.Rounds.ReadAsync());
        await job.StopAsync(default);
    }

    [Fact]
    public async Task A_job_that_begins_at_once_waits_for_no_pause()
    {
        using var job = new Ticker(_ => 1, Long, atOnce: true);
        await job.StartAsync(default);

        Assert.Equal(1, await job.Rounds.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
        await job.StopAsync(default);
    }

    private sealed class Bell : WorkSignal;

    private sealed class Counter(Bell signal, TimeSpan pause, Func<int, int> answer) : QueueWorker(signal, pause, TimeProvider.System, NullLogger.Instance)
    {
        private readonly Channel<int> rounds = Channel.CreateBounded<int>(3);
        private int round;

        public ChannelReader<int> Rounds => rounds.Reader;

        public override async Task<int> RunDueAsync(CancellationToken cancellationToken)
        {
            await rounds.Writer.WriteAsync(++round, cancellationToken);
            return answer(round);
        }
    }

    private sealed class Ticker(Func<int, int> answer, TimeSpan? pause = null, bool atOnce = false)
        : RepeatedJob(pause ?? Short, TimeProvider.System, NullLogger.Instance, atOnce)
    {
        private readonly Channel<int> rounds = Channel.CreateBounded<int>(3);
        private int round;

        public ChannelReader<int> Rounds => rounds.Reader;

        public override async Task<int> RunAsync(CancellationToken cancellationToken)
        {
            await rounds.Writer.WriteAsync(++round, cancellationToken);
            return answer(round);
        }
    }
}
