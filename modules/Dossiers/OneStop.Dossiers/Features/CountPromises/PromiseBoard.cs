namespace OneStop.Dossiers.Features.CountPromises;

// What this node counted last. The home page never waits for a count over the dossiers of a city; until the first one is done it shows none.
internal sealed class PromiseBoard
{
    private Promises? latest;

    public Promises? Latest
    {
        get => Volatile.Read(ref latest);
        set => Volatile.Write(ref latest, value);
    }
}
