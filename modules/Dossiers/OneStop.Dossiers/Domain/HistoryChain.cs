namespace OneStop.Dossiers.Domain;

internal enum ChainFault
{
    None,
    Missing,
    Changed,
    Broken,
    Truncated,
}

internal sealed record ChainCheck(ChainFault Fault, int? Sequence)
{
    public static ChainCheck Whole { get; } = new(ChainFault.None, null);
}

internal static class HistoryChain
{
    // The dossier itself keeps the count and the last hash, so that cutting off the end is seen too.
    public static ChainCheck Verify(IEnumerable<HistoryEntry> entries, int count, string lastHash)
    {
        var previous = HistoryEntry.FirstHash;
        var expected = 1;
        foreach (var entry in entries.OrderBy(e => e.Sequence))
        {
            if (entry.Sequence != expected)
                return new ChainCheck(ChainFault.Missing, expected);
            if (entry.PreviousHash != previous)
                return new ChainCheck(ChainFault.Broken, entry.Sequence);
            if (entry.Hash != entry.ComputeHash())
                return new ChainCheck(ChainFault.Changed, entry.Sequence);
            previous = entry.Hash;
            expected++;
        }

        return expected - 1 == count && previous == lastHash ? ChainCheck.Whole : new ChainCheck(ChainFault.Truncated, expected);
    }
}
