using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Components;

/// <summary>The rows of a list that are chosen for one deed, also those not loaded yet, and the deed that was asked for them last.</summary>
internal sealed class ChosenTasks
{
    private readonly HashSet<Guid> ids = [];

    public IReadOnlyCollection<Guid> Ids => ids;

    public Guid? DeedId { get; private set; }

    public bool Contains(Guid task) => ids.Contains(task);

    public void Choose(Guid task, bool isChosen)
    {
        if (isChosen)
            Add([task]);
        else
            ids.Remove(task);
    }

    public void Add(IEnumerable<Guid> tasks)
    {
        foreach (var task in tasks)
        {
            if (ids.Count < BulkDeed.MostTasks)
                ids.Add(task);
        }
    }

    public void Replace(IEnumerable<Guid> tasks)
    {
        ids.Clear();
        Add(tasks);
    }

    public void Clear() => ids.Clear();

    public void Asked(Guid deed)
    {
        DeedId = deed;
        ids.Clear();
    }

    public void Close() => DeedId = null;
}
