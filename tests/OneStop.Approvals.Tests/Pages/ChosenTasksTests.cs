using OneStop.Approvals.Components;
using OneStop.Approvals.Domain;

namespace OneStop.Approvals.Tests.Pages;

public sealed class ChosenTasksTests
{
    [Fact]
    public void Add_OfMoreThanOneDeedMayHave_StopsAtTheMostWhateverWasChosenBefore()
    {
        var chosen = new ChosenTasks();
        var shown = Many(300);
        chosen.Add(shown);
        chosen.Add([.. shown, .. Many(300)]);
        var late = Guid.NewGuid();
        chosen.Choose(late, true);

        Assert.Equal(BulkDeed.MostTasks, chosen.Ids.Count);
        Assert.False(chosen.Contains(late));

        chosen.Choose(shown[0], false);
        chosen.Choose(late, true);
        Assert.True(chosen.Contains(late));
        chosen.Replace(Many(900));
        Assert.Equal((BulkDeed.MostTasks, false), (chosen.Ids.Count, chosen.Contains(late)));
    }

    [Fact]
    public void Asked_LeavesNothingChosenAndKeepsTheDeedUntilItIsClosed()
    {
        var (chosen, deed) = (new ChosenTasks(), Guid.NewGuid());
        chosen.Add(Many(2));

        chosen.Asked(deed);

        Assert.Equal((0, deed), (chosen.Ids.Count, chosen.DeedId));
        chosen.Close();
        Assert.Null(chosen.DeedId);
    }

    private static List<Guid> Many(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];
}
