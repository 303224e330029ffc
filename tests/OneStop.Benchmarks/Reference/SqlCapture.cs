using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Benchmarks.Reference;

// Listens to the commands that Entity Framework sends while it is in use.
internal sealed class SqlCapture : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<ReferenceCommand> commands = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    private SqlCapture() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    // A pooled context looks for listeners once a second.
    public static async Task<SqlCapture> StartAsync()
    {
        var capture = new SqlCapture();
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        return capture;
    }

    public IReadOnlyList<ReferenceCommand> All => [.. commands];

    // The outbox is watched by a worker of its own, whatever else goes on.
    public IReadOnlyList<ReferenceCommand> Commands => [.. commands.Where(c => c.Parameters.Count > 0 && !IsWatch(c.Text))];

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
            commands.Enqueue(ReferenceCommand.From(executed.Command));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static bool IsWatch(string text) => text.Contains("outbox", StringComparison.Ordinal) || text.Contains("leased_until", StringComparison.Ordinal);
}
