namespace OneStop.Kernel.Data;

/// <summary>Version-7 identifiers that also ascend within one millisecond of one process, so that rows made in one deed keep their order.</summary>
public static class EntityId
{
    private const int CounterBits = 12;
    private static long last;

    /// <summary>The next identifier.</summary>
    /// <param name="now">The current moment.</param>
    public static Guid New(DateTimeOffset now)
    {
        var wanted = now.ToUnixTimeMilliseconds() << CounterBits;
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref last);
            // A clock that stands still, as in tests, or steps back a little keeps ascending; one set far back starts anew.
            next = wanted > seen || seen - wanted > (60_000L << CounterBits) ? wanted : seen + 1;
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);

        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes[8..]);
        var milliseconds = next >> CounterBits;
        for (var i = 5; i >= 0; i--, milliseconds >>= 8)
            bytes[i] = (byte)milliseconds;
        var counter = (int)(next & ((1 << CounterBits) - 1));
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
