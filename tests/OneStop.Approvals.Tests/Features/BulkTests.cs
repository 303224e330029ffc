using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.BulkTasks;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.PrepareBulk;
using OneStop.Approvals.Features.ReadBulk;
using OneStop.Approvals.Features.RunBulk;
using OneStop.Approvals.Features.UndoBulk;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class BulkTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Claim_OfMany_WaitsUntilItCanNoLongerBeUndoneAndThenTakesAll()
    {
        var (tasks, officer) = await TasksAsync(3);
        var asked = await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));

        await office.RunBulkAsync();
        Assert.All(await RowsAsync(tasks), t => Assert.Null(t.AssigneeId));
        Assert.Equal((BulkState.Waiting, 0), await StandsAsync(officer, asked.DeedId));

        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();

        Assert.All(await RowsAsync(tasks), t => Assert.Equal(officer.Id, t.AssigneeId));
        Assert.Equal((BulkState.Done, 3), await StandsAsync(officer, asked.DeedId));
        Assert.All((await office.DoAs(officer, new ReadBulkQuery(asked.DeedId)))!.Items, item => Assert.True(item.MayOpen));
        Assert.Equal(0, await office.RunBulkAsync());
    }

    [Fact]
    public async Task Undo_BeforeItBegins_MeansNothingIsEverDone()
    {
        var (tasks, officer) = await TasksAsync(2);
        var asked = await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));

        await office.DoAs(officer, new UndoBulkCommand(asked.DeedId));
        await office.DoAs(officer, new UndoBulkCommand(asked.DeedId));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.RunBulkAsync();

        Assert.All(await RowsAsync(tasks), t => Assert.Null(t.AssigneeId));
        Assert.Equal((BulkState.Undone, 0), await StandsAsync(officer, asked.DeedId));
    }

    [Fact]
    public async Task Undo_AfterItHasBegunOrOfAnother_IsRefused()
    {
        var (tasks, officer) = await TasksAsync(1);
        var asked = await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));
        var stranger = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người khác");

        Assert.Equal(ApprovalErrors.BulkMissing, (await office.SendAs(stranger, new UndoBulkCommand(asked.DeedId))).Error.Code);
        Assert.Equal(ApprovalErrors.BulkMissing, (await office.SendAs(stranger, new ReadBulkQuery(asked.DeedId))).Error.Code);
        await office.DoAs(Caller.System, new StartBulkCommand(asked.DeedId));

        Assert.Equal(ApprovalErrors.BulkStarted, (await office.SendAs(officer, new UndoBulkCommand(asked.DeedId))).Error.Code);
    }

    [Fact]
    public async Task Undo_AtTheMomentItBegins_OnlyOneOfBothComesThrough()
    {
        for (var round = 0; round < 8; round++)
        {
            var (tasks, officer) = await TasksAsync(1);
            var asked = await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));
            office.Clock.Advance(BulkDeed.TimeToUndo);

            var undo = office.SendAs(officer, new UndoBulkCommand(asked.DeedId));
            await Task.WhenAll(undo, office.RunBulkAsync());
            await office.RunBulkAsync();

            var (state, done) = await StandsAsync(officer, asked.DeedId);
            var undone = (await undo).IsSuccess;
            Assert.Equal(undone ? 0 : 1, (await RowsAsync(tasks)).Count(t => t.AssigneeId == officer.Id));
            if (undone)
                Assert.Equal((BulkState.Undone, 0), (state, done));
        }
    }

    [Fact]
    public async Task Claim_OfWhatAColleagueHas_FailsForThatOneWithItsReasonAndNotForTheOthers()
    {
        var (tasks, officer) = await TasksAsync(3);
        var colleague = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Đồng nghiệp Mai");
        await office.DoAs(colleague, new ClaimTaskCommand(tasks[1]));

        var view = await RunAsync(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, [.. tasks, Guid.NewGuid()]));

        Assert.Equal((2, 2, 4), (view.Done, view.Failed, view.Total));
        Assert.Equal((ApprovalErrors.TakenByColleague, "Đồng nghiệp Mai"), (view.Items[1].Problem!.Code, view.Items[1].Problem!.Args![0]));
        Assert.Equal((ApprovalErrors.TaskMissing, "–"), (view.Items[3].Problem!.Code, view.Items[3].DossierCode));
    }

    [Fact]
    public async Task Run_AfterANodeStoppedInTheMiddle_GoesOnAndDoesNothingTwice()
    {
        var (tasks, officer) = await TasksAsync(3, "huyen_tiep_nhan");
        var deed = Guid.NewGuid();
        await office.DoAs(officer, Complete(deed, tasks));
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();
        var completed = (await office.RaisedAsync<StepCompleted>()).Count(e => tasks.Contains(e.TaskId));

        // As if the node had stopped after doing the tasks and before keeping what came of them.
        await office.InScopeAsync(async services =>
        {
            var context = (ApprovalsDbContext)services.GetService(typeof(ApprovalsDbContext))!;
            await context.BulkItems.Where(i => i.DeedId == deed).ExecuteUpdateAsync(s => s.SetProperty(i => i.DoneAt, (DateTimeOffset?)null));
            var due = office.Clock.Now;
            await context.BulkDeeds.Where(d => d.Id == deed).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, BulkState.Running).SetProperty(d => d.DueAt, due).SetProperty(d => d.LeasedUntil, (DateTimeOffset?)null));
        });
        await office.RunBulkAsync();

        Assert.Equal((BulkState.Done, 3), await StandsAsync(officer, deed));
        Assert.Equal((3, 3), (completed, (await office.RaisedAsync<StepCompleted>()).Count(e => tasks.Contains(e.TaskId))));
    }

    [Fact]
    public async Task Complete_WithOneNamedButton_DoesWhatHasItAndLeavesStepsWithAForm()
    {
        var (simple, clerk) = await TasksAsync(2, "huyen_tiep_nhan");
        var (asking, _) = await TasksAsync(1, "tinh_kiem_tra");
        var both = clerk with { Assignments = [.. clerk.Assignments, .. office.Organisation.Hire(Levels.Province, Roles.Officer, "Chuyên viên sở").Assignments] };
        office.Organisation.Replace(both);

        var view = await RunAsync(both, Complete(Guid.NewGuid(), [.. simple, .. asking]));

        Assert.Equal((2, 1), (view.Done, view.Failed));
        Assert.Equal(ApprovalErrors.ButtonNotThere, view.Items[2].Problem!.Code);
        var byLabel = await RunAsync(both, Complete(Guid.NewGuid(), asking) with { Label = "Trình lãnh đạo" });
        Assert.Equal(ApprovalErrors.StepAsks, byLabel.Items[0].Problem!.Code);
    }

    [Fact]
    public async Task Delegate_AndReassign_OfMany_GiveThemToTheColleague()
    {
        var (tasks, officer) = await TasksAsync(2);
        var colleague = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người nhận");
        var delegated = await RunAsync(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Delegate, tasks) { AccountId = colleague.Id, MayFinish = true });
        Assert.Equal(2, delegated.Done);
        Assert.All(await RowsAsync(tasks), t => Assert.Equal((colleague.Id, officer.Id), (t.AssigneeId, t.OwnerId)));

        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng bộ phận");
        var reassigned = await RunAsync(head, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Reassign, tasks) { AccountId = officer.Id, Reason = "Cân đối việc" });
        Assert.Equal(2, reassigned.Done);
        Assert.All(await RowsAsync(tasks), t => Assert.Equal((officer.Id, null), (t.AssigneeId, t.OwnerId)));

        // Who may not reassign one may not reassign many: each task says so.
        var refused = await RunAsync(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Reassign, tasks) { AccountId = colleague.Id, Reason = "Tôi muốn" });
        Assert.Equal((0, CommonErrors.NotAllowed), (refused.Done, refused.Items[0].Problem!.Code));
        var released = await RunAsync(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Release, tasks));
        Assert.Equal(2, released.Done);
    }

    [Fact]
    public async Task Run_ForSomebodyWhoHasLostThePostMeanwhile_DoesNothing()
    {
        var (tasks, officer) = await TasksAsync(1);
        await office.DoAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));

        office.Organisation.Dismiss(officer);
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();

        Assert.All(await RowsAsync(tasks), t => Assert.Null(t.AssigneeId));
    }

    [Fact]
    public async Task Ask_WithBadInput_NamesTheField()
    {
        var officer = TestCallers.Officer(FakeOrganisation.Place(Levels.Commune, Roles.Officer));
        async Task<(string, string?)> ErrorOfAsync(BulkTasksCommand command) => (await office.SendAs(officer, command)) is { IsFailure: true } failed ? (failed.Error.Code, failed.Error.Field) : ("done", null);
        Guid[] one = [Guid.NewGuid()];

        Assert.Equal((ApprovalErrors.NoTasks, "TaskIds"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, [])));
        Assert.Equal((ApprovalErrors.TooManyTasks, "TaskIds"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, [.. Enumerable.Range(0, 501).Select(_ => Guid.NewGuid())])));
        Assert.Equal((ApprovalErrors.BulkUnknownKind, "Kind"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), (BulkKind)77, one)));
        Assert.Equal((ApprovalErrors.NotAHolder, "AccountId"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), BulkKind.Delegate, one)));
        Assert.Equal((ApprovalErrors.NotAHolder, "AccountId"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), BulkKind.Delegate, one) { AccountId = Guid.NewGuid() }));
        var both = (await office.SendAs(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Reassign, one) { AccountId = Guid.Empty })).Errors;
        Assert.Equal(["AccountId", "Reason"], both.Select(e => e.Field).Order());
        Assert.Equal((ApprovalErrors.ReasonRequired, "Reason"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), BulkKind.Reassign, one) { AccountId = Guid.NewGuid() }));
        Assert.Equal((CommonErrors.Required, "Action"), await ErrorOfAsync(new BulkTasksCommand(Guid.NewGuid(), BulkKind.Complete, one) { Label = "Chuyển" }));
    }

    [Fact]
    public async Task Ask_SentAgain_IsOneDeed()
    {
        var (tasks, officer) = await TasksAsync(2);
        var command = new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks);

        var first = await office.DoAs(officer, command);
        var second = await office.DoAs(officer, command);

        Assert.Equal(first, second);
        Assert.Equal(ErrorKind.NotFound, (await office.SendAs(TestCallers.Officer(), command)).Error.Kind);
        Assert.Equal(command.DeedId, (await office.DoAs(officer, new ReadBulkQuery(null)))!.Id);
    }

    [Fact]
    public async Task Prepare_OffersButtonsThatAskNothingAndColleaguesOfThePost()
    {
        var (simple, clerk) = await TasksAsync(2, "huyen_tiep_nhan");
        var second = office.Organisation.Hire(Levels.District, Roles.DeskClerk, "Một cửa thứ hai");

        var offer = await office.DoAs(clerk, new PrepareBulkQuery(simple));

        Assert.Equal([("approve", "Chuyển phòng chuyên môn", 2)], offer.Buttons.Select(b => (b.Key, b.Label, b.Tasks)));
        Assert.Contains(offer.Colleagues, c => c.AccountId == second.Id);
        Assert.False(offer.MayReassign);
        var (asking, officer) = await TasksAsync(1, "tinh_kiem_tra");
        Assert.Empty((await office.DoAs(officer, new PrepareBulkQuery(asking))).Buttons);
        Assert.Equal((0, 0), (await office.DoAs(officer, new PrepareBulkQuery(simple))) is var other ? (other.Buttons.Count, other.Colleagues.Count) : default);
    }

    [Fact]
    public async Task Record_OfATaskThatIsKeptAlready_ChangesNothing()
    {
        var (tasks, officer) = await TasksAsync(1);
        var view = await RunAsync(officer, new BulkTasksCommand(Guid.NewGuid(), BulkKind.Claim, tasks));

        await office.DoAs(Caller.System, new RecordBulkCommand(view.Id, tasks[0], Error.Invalid(CommonErrors.Required)));

        Assert.Equal((BulkState.Done, 1), await StandsAsync(officer, view.Id));
    }

    [Fact]
    public async Task Sign_OfMany_NeedsAListThatWasConfirmedAndIsNeverPartOfCompleting()
    {
        var (papers, leader) = await TasksAsync(2, "tinh_ky");
        var (simple, clerk) = await TasksAsync(1, "huyen_tiep_nhan");
        var both = leader with { Assignments = [.. leader.Assignments, .. clerk.Assignments] };
        office.Organisation.Replace(both);
        var offer = await office.DoAs(both, new PrepareBulkQuery([.. papers, .. simple]));
        var signing = Assert.Single(offer.Buttons, b => b.Signs);
        Assert.Equal((2, 2), (signing.Tasks, signing.Papers.Count));
        Assert.All(signing.Papers, paper => Assert.Equal("Nguyễn Thị Hoa", paper.ApplicantName));
        BulkTasksCommand Ask(BulkKind kind) => new(Guid.NewGuid(), kind, [.. papers, .. simple]) { Action = signing.Key, Label = signing.Label };

        Assert.Equal((ApprovalErrors.SigningUnconfirmed, "Confirmed"), (await office.SendAs(both, Ask(BulkKind.Sign))).Error is var error ? (error.Code, error.Field) : default);
        var completed = await RunAsync(both, Ask(BulkKind.Complete));
        Assert.Equal(0, completed.Done);
        Assert.Equal(ApprovalErrors.StepSigns, completed.Items[0].Problem!.Code);

        var signed = await RunAsync(both, Ask(BulkKind.Sign) with { Confirmed = true });

        Assert.Equal((2, 1), (signed.Done, signed.Failed));
        Assert.All(await RowsAsync(papers), t => Assert.Equal(leader.Id, t.ClosedById));
    }

    private static BulkTasksCommand Complete(Guid deed, IReadOnlyList<Guid> tasks) => new(deed, BulkKind.Complete, tasks) { Action = "approve", Label = "Chuyển phòng chuyên môn" };

    private async Task<BulkView> RunAsync(Caller caller, BulkTasksCommand command)
    {
        await office.DoAs(caller, command);
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();
        return (await office.DoAs(caller, new ReadBulkQuery(command.DeedId)))!;
    }

    private async Task<(BulkState State, int Done)> StandsAsync(Caller caller, Guid deed) => (await office.DoAs(caller, new ReadBulkQuery(deed)))! is var view ? (view.State, view.Done) : default;

    private Task<List<WorkTask>> RowsAsync(IReadOnlyList<Guid> tasks) =>
        office.AskAsync<ApprovalsDbContext, List<WorkTask>>(c => c.Tasks.AsNoTracking().Where(t => tasks.Contains(t.Id)).ToListAsync());

    /// <summary>Open tasks at a step of dossiers of their own, and one holder of the post.</summary>
    private async Task<(List<Guid> Tasks, Caller Holder)> TasksAsync(int count, string element = "xa_tham_tra")
    {
        var found = new List<WorkTask>();
        for (var i = 0; i < count; i++)
        {
            var dossier = await office.AcceptAsync();
            while (await office.OpenTaskAsync(dossier) is var open && open.Element != element)
                await office.CompleteOpenAsync(dossier);
            found.Add(await office.OpenTaskAsync(dossier));
        }

        return ([.. found.Select(t => t.Id)], office.HolderOf(found[0]));
    }
}
