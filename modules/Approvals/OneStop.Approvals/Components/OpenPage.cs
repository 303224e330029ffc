using Microsoft.AspNetCore.Components.Authorization;
using OneStop.Kernel.Live;

namespace OneStop.Approvals.Components;

/// <summary>What an open page hears of, until it is left.</summary>
internal sealed class OpenPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly Dictionary<string, IDisposable> heard = new(StringComparer.Ordinal);

    public OpenPage() => Left = leaving.Token;

    /// <summary>Cancelled once the page is left.</summary>
    public CancellationToken Left { get; }

    /// <summary>Calls <paramref name="changed"/>, on the page's own thread, whenever one of the topics has changed.</summary>
    public void Listen(ILiveFeed live, IEnumerable<string> topics, Func<Func<Task>, Task> onPage, Func<Task> changed)
    {
        foreach (var topic in topics.Where(topic => !heard.ContainsKey(topic)))
            heard.Add(topic, live.Subscribe(topic, () => _ = onPage(() => HearAsync(changed))));
    }

    /// <summary>Calls <paramref name="changed"/>, on the page's own thread, whenever its reader has other posts than before, or stands in for somebody else.</summary>
    public void Follow(AuthenticationStateProvider reader, Func<Func<Task>, Task> onPage, Func<Task> changed)
    {
        void Hear(Task<AuthenticationState> state) => _ = onPage(() => HearAsync(changed));
        reader.AuthenticationStateChanged += Hear;
        Left.Register(() => reader.AuthenticationStateChanged -= Hear);
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        foreach (var subscription in heard.Values)
            subscription.Dispose();
    }

    private async Task HearAsync(Func<Task> changed)
    {
        if (Left.IsCancellationRequested)
            return;
        try
        {
            await changed();
        }
        catch (OperationCanceledException)
        {
            // The page was left while it was read.
        }
    }
}
