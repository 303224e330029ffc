using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.BulkTasks;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Features.ReadBulk;
using OneStop.Approvals.Features.UndoBulk;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Tests.Features;

/// <summary>As many tasks at once as may be.</summary>
public sealed class BulkLimitTests : OfficeTest
{
    [Fact]
    public async Task Claim_OfAsManyAsMayBe_TellsOfEachAndCanBeUndoneBeforeItBegins()
    {
        for (var i = 0; i < BulkDeed.MostTasks; i++)
            await office.AcceptAsync();
        var officer = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Nguyễn Văn Nhiều");
        var colleague = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Đồng nghiệp Mai");
        var tasks = (await office.DoAs(officer, new ListTasksQuery { Size = BulkDeed.MostTasks })).Page.Items.Select(row => row.Id).ToList();
        Guid[] taken = [tasks[0], tasks[250], tasks[^1]];
        foreach (var task in taken)
            await office.DoAs(colleague, new ClaimTaskCommand(task));

        var undone = await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));
        await office.DoAs(officer, new UndoBulkCommand(undone.DeedId));
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();
        Assert.DoesNotContain((await office.DoAs(officer, new ListTasksQuery { Size = BulkDeed.MostTasks })).Page.Items, row => row.IsMine);

        var asked = await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();

        var view = (await office.DoAs(officer, new ReadBulkQuery(asked.DeedId)))!;
        Assert.Equal((BulkState.Done, BulkDeed.MostTasks, BulkDeed.MostTasks - 3, 3), (view.State, view.Total, view.Done, view.Failed));
        Assert.Equal(tasks, view.Items.Select(item => item.TaskId));
        Assert.Equal(taken, view.Items.Where(item => item.Problem?.Code == ApprovalErrors.TakenByColleague).Select(item => item.TaskId));
        Assert.Equal(BulkDeed.MostTasks - 3, (await office.DoAs(officer, new ListTasksQuery { Size = BulkDeed.MostTasks })).Page.Items.Count(row => row.IsMine));
    }
}
