using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskSupplement;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.ForwardTask;
using OneStop.Approvals.Features.ListIncidents;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Features.RejectRequest;
using OneStop.Approvals.Features.ReleaseTask;
using OneStop.Approvals.Features.RetryIncident;
using OneStop.Approvals.Features.ReturnTask;
using OneStop.Approvals.Features.RunDueJob;
using OneStop.Approvals.Features.SaveTaskDraft;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class TaskDeedsTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Return_ToAnEarlierStep_GivesTheWorkBackWithTheReason()
    {
        var dossier = await office.AcceptAsync();
        await office.CompleteOpenAsync(dossier);
        var task = await office.OpenTaskAsync(dossier, "xa_ky");

        await office.DoAs(office.HolderOf(task), new ReturnTaskCommand(task.Id, Guid.NewGuid(), "xa_tham_tra", "Thiếu biên bản niêm yết"));

        Assert.Equal("xa_tham_tra", (await office.OpenTaskAsync(dossier)).Element);
        var told = (await office.RaisedAsync<StepCompleted>()).Single(e => e.TaskId == task.Id);
        Assert.Equal((StepOutcomes.Return, "", "Thiếu biên bản niêm yết"), (told.Outcome, told.Deed, told.Comment));
    }

    [Fact]
    public async Task Return_WithoutReason_IsInvalidAtTheReason()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);

        var result = await office.SendAs(office.HolderOf(task), new ReturnTaskCommand(task.Id, Guid.NewGuid(), "tiep_nhan", " "));

        Assert.Equal((ApprovalErrors.ReasonRequired, "Reason"), (result.Error.Code, result.Error.Field));
    }

    [Fact]
    public async Task AskSupplement_StopsTheClockUntilTheAnswerComes()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var officer = office.HolderOf(task);

        await office.DoAs(officer, new AskSupplementCommand(task.Id, Guid.NewGuid(), ["Bản sao giấy khuyết tật", " "], "Bản chụp mờ", null, null));
        var asked = (await office.RaisedAsync<SupplementAsked>()).Single(e => e.DossierId == dossier);
        Assert.Equal(["Bản sao giấy khuyết tật"], asked.Items);
        Assert.Equal(ApprovalErrors.Waiting, (await office.CompleteAsync(task, officer)).Error.Code);

        var askedAt = office.Clock.Now;
        office.Clock.Advance(TimeSpan.FromHours(10));
        await office.RaiseAsync(new SupplementReceived(dossier, askedAt, office.Clock.Now, null));
        await office.DeliverEventsAsync();

        var resumed = await office.OpenTaskAsync(dossier);
        Assert.Equal((task.Id, TaskState.Open, task.DueAt!.Value.AddHours(10)), (resumed.Id, resumed.State, resumed.DueAt!.Value));
        await office.CompleteOpenAsync(dossier);
        Assert.Equal(0, (await office.RaisedAsync<StepCompleted>()).Single(e => e.TaskId == task.Id).UsedMinutes);
    }

    [Fact]
    public async Task Withdrawal_HoldsOpenStepsAndTheRefusalLetsThemGoOn()
    {
        var dossier = await office.AcceptAsync();
        await office.RaiseAsync(new WithdrawalAsked(dossier, office.Clock.Now));
        await office.DeliverEventsAsync();
        Assert.Equal(TaskState.Suspended, (await office.OpenTaskAsync(dossier)).State);

        await office.RaiseAsync(new WithdrawalRefused(dossier, office.Clock.Now));
        await office.DeliverEventsAsync();

        Assert.Equal(TaskState.Open, (await office.OpenTaskAsync(dossier)).State);
    }

    [Fact]
    public async Task DossierStopped_TakesItsTasksOutOfTheInboxes()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        await office.RaiseAsync(new DossierStopped(dossier, "withdrawn", office.Clock.Now));
        await office.DeliverEventsAsync();

        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.IsOpen);
        Assert.Equal(ErrorKind.Conflict, (await office.CompleteAsync(task)).Error.Kind);
    }

    [Fact]
    public async Task Reject_ByTheLeader_EndsTheProcessWithTheLegalReason()
    {
        var dossier = await office.AcceptAsync();
        await office.CompleteOpenAsync(dossier);
        var task = await office.OpenTaskAsync(dossier, "xa_ky");

        await office.DoAs(office.HolderOf(task), new RejectRequestCommand(task.Id, Guid.NewGuid(), "Không thuộc đối tượng theo Điều 5 NĐ 20/2021/NĐ-CP"));

        Assert.StartsWith("Không thuộc đối tượng", (await office.RaisedAsync<RequestRejected>()).Single(e => e.DossierId == dossier).Reason, StringComparison.Ordinal);
        Assert.Equal(StepOutcomes.Reject, (await office.RaisedAsync<StepCompleted>()).Single(e => e.TaskId == task.Id).Outcome);
        Assert.DoesNotContain(await office.RaisedAsync<ProcessCompleted>(), e => e.DossierId == dossier);
    }

    [Fact]
    public async Task Reject_OnAStepThatDoesNotOfferIt_IsRefused()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);

        var result = await office.SendAs(office.HolderOf(task), new RejectRequestCommand(task.Id, Guid.NewGuid(), "Không"));

        Assert.Equal(ApprovalErrors.UnknownAction, result.Error.Code);
    }

    [Fact]
    public async Task Forward_ToAnotherDepartment_LeavesThisInboxAndCountsDaysForEach()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var other = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Lý Thị Mai", FakeOrganisation.WardSecondDepartment);

        await office.DoAs(office.HolderOf(task), new ForwardTaskCommand(task.Id, Guid.NewGuid(), FakeOrganisation.WardSecondDepartment, "Thuộc lĩnh vực của đơn vị bạn"));

        var moved = await office.OpenTaskAsync(dossier);
        Assert.NotEqual(task.Id, moved.Id);
        Assert.Equal(StepOutcomes.Forward, (await office.RaisedAsync<StepCompleted>()).Single(e => e.TaskId == task.Id).Outcome);
        Assert.True((await office.CompleteAsync(moved, other)).IsSuccess);
    }

    [Fact]
    public async Task Claim_ByAColleague_KeepsOthersOutUntilReleased()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var (first, second) = (office.HolderOf(task), office.HolderOf(task));

        await office.DoAs(first, new ClaimTaskCommand(task.Id));
        Assert.Equal(ApprovalErrors.TakenByColleague, (await office.CompleteAsync(task, second)).Error.Code);
        await office.DoAs(first, new ReleaseTaskCommand(task.Id));

        Assert.True((await office.CompleteAsync(task, second)).IsSuccess);
    }

    [Fact]
    public async Task Reassign_ByTheHead_GivesTheTaskToTheColleague()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var (head, colleague) = (office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng"), office.HolderOf(task));

        await office.DoAs(head, new ReassignTaskCommand(task.Id, Guid.NewGuid(), colleague.Id, "Đồng chí phụ trách đi họp"));

        Assert.Equal(colleague.Id, (await office.OpenTaskAsync(dossier)).AssigneeId);
        Assert.Equal(ApprovalErrors.TakenByColleague, (await office.CompleteAsync(task, office.HolderOf(task))).Error.Code);
        Assert.True((await office.CompleteAsync(task, colleague)).IsSuccess);
    }

    [Fact]
    public async Task Reassign_ToSomebodyWithoutThePost_IsRefused()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");

        var result = await office.SendAs(head, new ReassignTaskCommand(task.Id, Guid.NewGuid(), TestCallers.Officer().Id, "Giao việc"));

        Assert.Equal(ApprovalErrors.NotAHolder, result.Error.Code);
    }

    [Fact]
    public async Task Substitute_OfAnAbsentColleague_DoesWhatWasAssignedByName()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var absent = office.HolderOf(task);
        await office.DoAs(absent, new ClaimTaskCommand(task.Id));
        var substitute = office.Organisation.StandIn(absent, "Người thay");

        Assert.Equal(absent.Name, (await office.DoAs(substitute, new ListTasksQuery())).Page.Items.Single(r => r.Id == task.Id).OnBehalfOf);
        Assert.Equal(absent.Id, (await office.DoAs(substitute, new ReadTaskQuery(task.Id))).InPlaceOf?.AccountId);
        Assert.True((await office.CompleteAsync(task, substitute)).IsSuccess);

        var done = await office.AskAsync<ApprovalsDbContext, WorkTask>(c => c.Tasks.AsNoTracking().SingleAsync(t => t.Id == task.Id));
        Assert.Equal((substitute.Name, absent.Name), (done.ClosedByName, done.ClosedOnBehalfOf));
        Assert.True(await office.AskAsync<ApprovalsDbContext, bool>(c => c.History.AnyAsync(h => h.InstanceId == task.InstanceId && h.ActorName == substitute.Name && h.OnBehalfOf == absent.Name)));
    }

    [Fact]
    public async Task Substitute_WhoClaims_LeavesTheTaskToTheAbsentOneAfterTheTerm()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var absent = office.HolderOf(task);
        var substitute = office.Organisation.StandIn(absent, "Người thay");
        Assert.Equal(absent.Name, (await office.DoAs(substitute, new ListTasksQuery())).Page.Items.Single(r => r.Id == task.Id).OnBehalfOf);
        await office.DoAs(substitute, new ClaimTaskCommand(task.Id));

        office.Organisation.ComeBack(absent);

        Assert.Empty((await office.DoAs(substitute, new ListTasksQuery())).Page.Items);
        Assert.Equal(ErrorKind.NotFound, (await office.CompleteAsync(task, substitute)).Error.Kind);
        Assert.True((await office.CompleteAsync(task, absent)).IsSuccess);
    }

    [Fact]
    public async Task Draft_IsKeptForItsWriterAndGoesWhenTheStepIsDone()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var (writer, other) = (office.HolderOf(task), office.HolderOf(task));
        await office.DoAs(writer, new SaveTaskDraftCommand(task.Id, """{"comment":"đang viết"}"""));

        Assert.Equal("đang viết", TaskForm.Read((await office.DoAs(writer, new ReadTaskQuery(task.Id))).Draft).Comment);
        Assert.Null((await office.DoAs(other, new ReadTaskQuery(task.Id))).Draft);
        await office.CompleteAsync(task, other);

        Assert.Equal(0, await office.AskAsync<ApprovalsDbContext, int>(c => c.Drafts.CountAsync(d => d.TaskId == task.Id)));
    }

    [Fact]
    public async Task Complete_WithoutTheFormsAnswers_NamesEachField()
    {
        var dossier = await office.AcceptAsync("2.000815");
        var task = await office.OpenTaskAsync(dossier);

        var result = await office.SendAs(
            office.HolderOf(task),
            new OneStop.Approvals.Features.CompleteTask.CompleteTaskCommand(task.Id, Guid.NewGuid(), "approve", null, new Dictionary<string, string> { ["resultTitle"] = new string('x', 300) }));

        Assert.Equal(["resultTitle", "resultSubject", "resultBody"], result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Timer_OfAnUnansweredWait_CountsSilenceAsConsentOnce()
    {
        var dossier = await office.AcceptAsync("1.001193", "online");
        await office.CompleteOpenAsync(dossier, "lap_giay");
        // Warnings of other dossiers may be due; the wait is not.
        while (await office.RunDueJobsAsync() > 0)
        {
        }

        Assert.Equal("xac_nhan", (await office.OpenTaskAsync(dossier)).Element);
        office.Clock.Advance(TimeSpan.FromHours(8.1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(office.RunDueJobsAsync)));

        Assert.Equal("ky", (await office.OpenTaskAsync(dossier)).Element);
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "ky");
    }

    [Fact]
    public async Task Timer_OfALateStep_TellsTheHeadWithoutNamingTheCitizen()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var dossier = await office.AcceptAsync(applicant: "Đặng Thị Bí Mật");
        var task = await office.OpenTaskAsync(dossier);
        office.Clock.SetTo(task.LateAt!.Value);
        while (await office.RunDueJobsAsync() > 0)
        {
        }

        var notice = (await office.RaisedAsync<NotificationRequested>()).Single(n => n.AccountId == head.Id && n.Link == ApprovalsUrls.TaskOf(task.Id));
        Assert.Contains(task.DossierCode, notice.Body.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("Bí Mật", notice.Body.Vi + notice.Subject.Vi + notice.Body.En, StringComparison.Ordinal);
        Assert.NotEqual(notice.Body.Vi, notice.Body.En);
        Assert.Equal(task.Id, (await office.OpenTaskAsync(dossier)).Id);
    }

    [Fact]
    public async Task RunDueJob_SentAgainOrByAPerson_DoesNothing()
    {
        var dossier = await office.AcceptAsync("1.001193", "online");
        await office.CompleteOpenAsync(dossier, "lap_giay");
        var instance = (await office.OpenTaskAsync(dossier, "xac_nhan")).InstanceId;
        var job = (await office.AskAsync<ApprovalsDbContext, ProcessJob>(c => c.Jobs.AsNoTracking().SingleAsync(j => j.InstanceId == instance && j.Kind == JobKind.Timer && j.Element == "t_xac_nhan"))).Id;

        foreach (var (role, caller) in TestCallers.OneOfEach())
            Assert.True((await office.SendAs(caller, new RunDueJobCommand(job))).Error.Kind == ErrorKind.Forbidden, role);
        Assert.Equal("xac_nhan", (await office.OpenTaskAsync(dossier)).Element);

        for (var time = 0; time < 2; time++)
            await office.DoAs(Caller.System, new RunDueJobCommand(job));
        await office.DoAs(Caller.System, new RunDueJobCommand(Guid.NewGuid()));

        Assert.Equal("ky", (await office.OpenTaskAsync(dossier)).Element);
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "ky");
    }

    [Fact]
    public async Task Step_NobodyIsCompetentFor_IsAnIncidentThatRetryMends()
    {
        office.Organisation.Vacant = (Levels.Commune, Roles.AgencyLeader);
        var dossier = await office.AcceptAsync();
        await office.CompleteOpenAsync(dossier);
        office.Organisation.Vacant = null;
        Assert.Equal(TaskState.Unroutable, (await office.OpenTaskAsync(dossier)).State);
        var code = (await office.OpenTaskAsync(dossier)).DossierCode;
        var incident = (await office.DoAs(TestCallers.ProcessAdmin(), new ListIncidentsQuery(null))).Page.Items.Single(i => i.DossierCode == code);

        await office.DoAs(TestCallers.ProcessAdmin(), new RetryIncidentCommand(incident.Id, Guid.NewGuid(), "Đã bổ nhiệm"));

        Assert.Equal((TaskState.Open, "xa_ky"), ((await office.OpenTaskAsync(dossier)).State, (await office.OpenTaskAsync(dossier)).Element));
        await office.CompleteOpenAsync(dossier);
    }
}
