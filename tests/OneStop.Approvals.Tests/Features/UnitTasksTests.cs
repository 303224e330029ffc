using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.BulkTasks;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.ListUnitTasks;
using OneStop.Approvals.Features.PrepareBulk;
using OneStop.Approvals.Features.ReadBulk;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class UnitTasksTests : OfficeTest
{    [Fact]
    public async Task List_ShowsWhoHasWhatAndWhoHasLeft()
    {
        var (gone, stays) = (Hire("Người đã rời"), Hire("Người ở lại"));
        var (left, kept, free) = (await TaskAsync(gone), await TaskAsync(stays), await TaskAsync(null));
        office.Organisation.Dismiss(gone);

        foreach (var caller in new[] { Head(), Leader(), Admin() })
        {
            var unit = await office.DoAs(caller, new ListUnitTasksQuery());

            Assert.Equal([("Người đã rời", 1, true), ("Người ở lại", 1, false)], unit.People.Select(p => (p.Name, p.Tasks, p.HasLeft)));
            Assert.Equal(new[] { left, kept, free }.Order(), unit.Page.Items.Select(r => r.Id).Order());
            Assert.Equal([left], (await office.DoAs(caller, new ListUnitTasksQuery(View: UnitTasksView.Left))).Page.Items.Select(r => r.Id));
            Assert.Equal([free], (await office.DoAs(caller, new ListUnitTasksQuery(View: UnitTasksView.Free))).Page.Items.Select(r => r.Id));
            Assert.Equal([kept], (await office.DoAs(caller, new ListUnitTasksQuery(AssigneeId: stays.Id))).Page.Items.Select(r => r.Id));
        }
    }

    [Fact]
    public async Task List_OfAnotherUnit_IsFoundByTheAdministratorAboveOnly()
    {
        var task = await TaskAsync(null);
        var ward = TestCallers.Ward.AgencyId;

        Assert.Contains((await office.DoAs(TestCallers.UnitAdmin(TestCallers.District), new ListUnitTasksQuery(ward))).Page.Items, r => r.Id == task);
        Assert.Equal(ApprovalErrors.UnknownUnit, (await office.SendAs(TestCallers.AgencyLeader(TestCallers.District), new ListUnitTasksQuery(ward))).Error.Code);
        Assert.Equal(ApprovalErrors.UnknownUnit, (await office.SendAs(TestCallers.UnitAdmin(TestCallers.Ward), new ListUnitTasksQuery(TestCallers.District.AgencyId))).Error.Code);
        var elsewhere = TestCallers.DepartmentHead(FakeOrganisation.Place(Levels.Commune, Roles.DepartmentHead) with { DepartmentId = FakeOrganisation.WardSecondDepartment });
        Assert.Empty((await office.DoAs(elsewhere, new ListUnitTasksQuery())).Page.Items);
    }

    [Theory]
    [InlineData(Roles.Citizen)]
    [InlineData(Roles.DeskClerk)]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.RecordsClerk)]
    [InlineData(Roles.Accountant)]
    [InlineData(Roles.Inspector)]
    [InlineData(Roles.ProcessAdmin)]
    [InlineData(Roles.SystemAdmin)]
    public async Task List_WithoutThePermission_IsForbidden(string role) =>
        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(TestCallers.OneOfEach()[role], new ListUnitTasksQuery())).Error.Kind);

    [Fact]
    public async Task Reassign_TellsTheNewAndTheFormerHolder()
    {
        var (gone, stays) = (Hire("Người đã rời"), Hire("Người ở lại"));
        var task = await TaskAsync(gone);

        await office.DoAs(Admin(), new ReassignTaskCommand(task, Guid.NewGuid(), stays.Id, "Chuyển công tác"));

        Assert.Equal(new[] { gone.Id, stays.Id }.Order(), (await ToldAsync()).Order());
        Assert.Equal(stays.Id, (await office.AskAsync<ApprovalsDbContext, WorkTask>(c => c.Tasks.AsNoTracking().SingleAsync(t => t.Id == task))).AssigneeId);
    }

    [Fact]
    public async Task ReassignMany_ByTheAdministratorAfterSomebodyHasLeft_GivesAResultForEach()
    {
        var (gone, stays) = (Hire("Người đã rời"), Hire("Người ở lại"));
        var mine = new[] { await TaskAsync(gone), await TaskAsync(gone) };
        office.Organisation.Dismiss(gone);
        var admin = Admin();
        office.Organisation.Replace(admin);

        var offer = await office.DoAs(admin, new PrepareBulkQuery(mine));
        Assert.Contains(offer.Colleagues, c => c.AccountId == stays.Id);
        Assert.Empty(offer.Buttons);
        var deed = Guid.NewGuid();
        await office.DoAs(admin, new BulkTasksCommand(deed, BulkKind.Reassign, [.. mine, Guid.NewGuid()]) { AccountId = stays.Id, Reason = "Người cũ đã nghỉ" });
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();

        var view = (await office.DoAs(admin, new ReadBulkQuery(deed)))!;
        Assert.Equal((2, 1), (view.Done, view.Failed));
        // Who moves work about opens none of it.
        Assert.All(view.Items, item => Assert.False(item.MayOpen));
        Assert.Equal((0, 2), (await office.DoAs(admin, new ListUnitTasksQuery(AssigneeId: stays.Id))) is var after ? (after.People.Count(p => p.HasLeft), after.Page.Items.Count) : default);
    }

    private Caller Hire(string name) => office.Organisation.Hire(Levels.Commune, Roles.Officer, name);

    private static Caller Head() => TestCallers.DepartmentHead(FakeOrganisation.Place(Levels.Commune, Roles.DepartmentHead));

    private static Caller Leader() => TestCallers.AgencyLeader(FakeOrganisation.Place(Levels.Commune, Roles.AgencyLeader));

    private static Caller Admin() => TestCallers.UnitAdmin(TestCallers.Ward);

    private async Task<Guid> TaskAsync(Caller? holder)
    {
        var task = await office.OpenTaskAsync(await office.AcceptAsync());
        if (holder is not null)
            await office.DoAs(holder, new ClaimTaskCommand(task.Id));
        return task.Id;
    }

    private async Task<List<Guid>> ToldAsync() => [.. (await office.RaisedAsync<NotificationRequested>()).Select(e => e.AccountId!.Value)];
}
