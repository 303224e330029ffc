namespace OneStop.Dossiers.Features.ReadTracked;

// Whether something was asked a short while ago, without remembering much: each hash has one place, and the next one with that place takes it.
internal sealed class AskedBefore
{
    private const int Places = 1 << 14;
    private readonly int[] hashes = new int[Places];

    public bool Note(int hash) => Interlocked.Exchange(ref hashes[hash & (Places - 1)], hash) == hash;
}
