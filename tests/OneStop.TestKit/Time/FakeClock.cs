namespace OneStop.TestKit.Time;

// The wall clock stands still until a test moves it. Timers and elapsed time stay real, so that a retry inside the product never hangs a test.
public sealed class FakeClock : TimeProvider
{
    // A Monday morning, nine o'clock in Hà Nội, in an ordinary working week.
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    public DateTimeOffset Now => GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void SetTo(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    public void Reset() => SetTo(Start);
}
