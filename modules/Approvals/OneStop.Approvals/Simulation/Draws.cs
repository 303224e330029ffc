namespace OneStop.Approvals.Simulation;

/// <summary>
/// Chance that depends on nothing but what it is for: the same dossier meets the same luck at the same step of two processes, so that their difference is the processes' own.
/// </summary>
internal readonly struct Draws(int seed, int arrival)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong origin = Mix(((ulong)(uint)seed << 32) | (uint)arrival);

    /// <summary>From 0 up to but not 1.</summary>
    public double For(string element, int occasion, int purpose)
    {
        var hash = origin;
        foreach (var letter in element)
            hash = (hash ^ letter) * 0x100000001B3;
        return (Mix(hash + ((ulong)(uint)occasion << 8) + (uint)purpose) >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong value)
    {
        value += Golden;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
