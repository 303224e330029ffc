namespace OneStop.Kernel.Jobs;

/// <summary>Whether this node has answered a visitor yet. Until then the processor is that visitor's; what can wait, waits.</summary>
public sealed class FirstAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether an answer has been given.</summary>
    public bool IsGiven => given.Task.IsCompleted;

    /// <summary>Says that an answer has been given.</summary>
    public Task GiveAsync()
    {
        given.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>Returns after the first answer; where nobody asks, after a short while.</summary>
    /// <param name="cancellationToken">Ends the wait by an exception.</param>
    // The wait is for this process, not for the calendar: a clock that tests hold still must not hold it.
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.WhenAny(given.Task, Task.Delay(Patience, TimeProvider.System, cancellationToken)).Unwrap();
}
