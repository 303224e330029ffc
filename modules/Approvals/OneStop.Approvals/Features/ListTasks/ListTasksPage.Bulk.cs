using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Features.ListTasks;

/// <summary>Choosing rows, also those not loaded yet.</summary>
public sealed partial class ListTasksPage
{
    private readonly HashSet<Guid> chosen = [];
    private Guid? asked;

    private void Choose(Guid task, bool isChosen)
    {
        if (isChosen && chosen.Count < BulkDeed.MostTasks)
            chosen.Add(task);
        else
            chosen.Remove(task);
    }

    private void ChooseShown()
    {
        foreach (var row in rows!.Take(BulkDeed.MostTasks))
            chosen.Add(row.Id);
    }

    private async Task ChooseAllAsync()
    {
        var all = await Dispatcher.Send(Asked(null) with { Size = BulkDeed.MostTasks }, leaving.Token);
        if (!all.TryGet(out var list))
        {
            failure = Errors.Describe(all.Error);
            return;
        }

        chosen.Clear();
        chosen.UnionWith(list.Page.Items.Select(row => row.Id));
    }

    private void ClearChosen() => chosen.Clear();

    private void AskedAsync(Guid deedId)
    {
        asked = deedId;
        chosen.Clear();
    }

    private Task CloseAsync()
    {
        asked = null;
        return LoadAsync();
    }
}
