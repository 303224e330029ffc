namespace OneStop.Dossiers.Domain;

// Counts wrong look-ups of one code or from one address and says until when the next try has to wait.
// The code's allowance is small because its secret is short; an address may stand for a whole office or a hamlet behind one router.
internal sealed class LookupThrottle
{
    public const int CodeAllowance = 5;
    public const int AddressAllowance = 30;
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private LookupThrottle()
    {
    }

    // Keyed hash: neither codes nor addresses are kept in the clear.
    public string Key { get; private set; } = "";

    public int Wrong { get; private set; }

    public DateTimeOffset LastWrongAt { get; private set; }

    public DateTimeOffset WaitUntil { get; private set; }

    public static LookupThrottle Start(string key, DateTimeOffset now) => new() { Key = key, LastWrongAt = now, WaitUntil = now };

    public void CountWrong(int allowance, DateTimeOffset now)
    {
        if (now - LastWrongAt > Memory)
            Wrong = 0;

        Wrong++;
        LastWrongAt = now;
        var over = Wrong - allowance;
        WaitUntil = over < 0 ? now : now + WaitAfter(over);
    }

    private static TimeSpan WaitAfter(int over)
    {
        var seconds = FirstWait.TotalSeconds * Math.Pow(2, Math.Min(over, 20));
        return TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds));
    }
}
