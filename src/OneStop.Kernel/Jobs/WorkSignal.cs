using System.Threading.Channels;

namespace OneStop.Kernel.Jobs;

/// <summary>Wakes this node's worker right after a commit that left it something to do; one pending wake-up is enough. Each worker has a class of its own.</summary>
public abstract class WorkSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Never blocks and never fails.</summary>
    public void Wake() => channel.Writer.TryWrite(true);

    /// <summary>Returns when woken, and after <paramref name="atMost"/> all the same: another node may have stopped halfway, or a retry may have come due.</summary>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is cancelled.</exception>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
