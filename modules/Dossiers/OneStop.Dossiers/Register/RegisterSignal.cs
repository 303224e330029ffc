namespace OneStop.Dossiers.Register;

// Wakes the worker of this node when a register is ordered; orders of other nodes are found by looking.
internal sealed class RegisterSignal : IDisposable
{
    private readonly SemaphoreSlim ordered = new(0, 1);

    public void Set()
    {
        try
        {
            ordered.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => ordered.WaitAsync(longest, cancellationToken);

    public void Dispose() => ordered.Dispose();
}
