using OneStop.Kernel.Callers;

namespace OneStop.TestKit.Callers;

// Whoever the test says is at the keyboard, for code that sends through the page's own dispatcher.
public sealed class TestCallerSource : ICallerSource
{
    public Caller Current { get; set; } = Caller.Anonymous;

    public ValueTask<Caller> GetAsync() => new(Current);
}
