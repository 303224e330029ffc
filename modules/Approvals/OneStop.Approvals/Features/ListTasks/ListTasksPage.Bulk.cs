using OneStop.Approvals.Components;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Features.ListTasks;

/// <summary>Choosing rows, also those not loaded yet.</summary>
public sealed partial class ListTasksPage
{
    private readonly ChosenTasks chosen = new();

    private async Task ChooseAllAsync()
    {
        var all = await Dispatcher.Send(Asked(null) with { Size = BulkDeed.MostTasks }, open.Left);
        if (all.TryGet(out var list))
            chosen.Replace(list.Page.Items.Select(row => row.Id));
        else
            failure = Errors.Describe(all.Error);
    }

    private Task CloseAsync()
    {
        chosen.Close();
        return LoadAsync();
    }
}
