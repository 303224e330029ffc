using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskSupplement;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>What runs beside a dossier's own process: consents and apologies in the inbox of the head.</summary>
public sealed class MatterTests : OfficeTest
{    [Fact]
    public async Task AskSupplement_ASecondTime_GoesToTheHeadFirstAndTheClockRunsOn()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(1, 1);

        var asked = await office.DoAs(officer, Ask(task));

        Assert.True(asked.WaitsForConsent);
        Assert.Equal(TaskState.Open, (await office.OpenTaskAsync(dossier, task.Element)).State);
        Assert.Empty(await office.RaisedAsync<SupplementAsked>());
        var consent = await office.OpenTaskAsync(dossier, "dong_y_bo_sung");
        Assert.Equal((Roles.DepartmentHead, FakeOrganisation.WardDepartment), (consent.Role, consent.DepartmentId));
        var page = await office.DoAs(head, new ReadTaskQuery(consent.Id));
        Assert.Contains(page.Filled, f => f.Key == StepFields.SupplementReason && f.Value == "Bản chụp mờ");
        Assert.True((await office.DoAs(officer, new ReadTaskQuery(task.Id))).Consent is { Number: 2, PendingSince: not null });
    }

    [Fact]
    public async Task Consent_Given_SendsTheRequestAndStopsTheClockFromThen()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(1, 1);
        await office.DoAs(officer, Ask(task));
        office.Clock.Advance(TimeSpan.FromHours(2));

        Assert.True((await office.CompleteAsync(await office.OpenTaskAsync(dossier, "dong_y_bo_sung"), head)).IsSuccess);
        await office.DeliverEventsAsync();

        var asked = Assert.Single(await office.RaisedAsync<SupplementAsked>());
        Assert.Equal((officer.Id, task.Id, office.Clock.Now, head.Name), (asked.ActorId, asked.TaskId, asked.AskedAt, asked.ConsentByName));
        Assert.Equal(["Giấy xác nhận", "Ảnh"], asked.Items);
        var waiting = await office.OpenTaskAsync(dossier, task.Element);
        Assert.Equal((TaskState.Suspended, office.Clock.Now), (waiting.State, waiting.PausedAt));
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == officer.Id && n.Subject.Vi.Contains("đồng ý", StringComparison.Ordinal));
        // The dossier's own steps know nothing of the matter.
        Assert.DoesNotContain(await office.RaisedAsync<StepEntered>(), e => e.Element == "dong_y_bo_sung");
        Assert.Empty(await office.RaisedAsync<ProcessCompleted>());
    }

    [Fact]
    public async Task Consent_Refused_NeedsAReasonAndTellsTheOfficerOnly()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(1, 1);
        await office.DoAs(officer, Ask(task));
        var consent = await office.OpenTaskAsync(dossier, "dong_y_bo_sung");

        var silent = await office.SendAs(head, new Approvals.Features.CompleteTask.CompleteTaskCommand(consent.Id, Guid.NewGuid(), MatterActions.Refuse, " ", new Dictionary<string, string>()));
        Assert.Equal((ApprovalErrors.ReasonRequired, "Comment"), (silent.Error.Code, silent.Error.Field));
        Assert.True((await office.CompleteAsync(consent, head, action: MatterActions.Refuse)).IsSuccess);
        await office.DeliverEventsAsync();

        Assert.Empty(await office.RaisedAsync<SupplementAsked>());
        Assert.Equal(TaskState.Open, (await office.OpenTaskAsync(dossier, task.Element)).State);
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == officer.Id && n.Subject.Vi.Contains("không đồng ý", StringComparison.Ordinal));
        Assert.True((await office.DoAs(officer, Ask(task))).WaitsForConsent);
    }

    [Fact]
    public async Task AskSupplement_ByDoubleClickAndByTwoTabs_IsOneRequest()
    {
        office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(1, 1);
        var same = Ask(task);
        var sends = Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SendAs(officer, same)))
            .Concat(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SendAs(officer, Ask(task)))));

        var answers = await Task.WhenAll(sends);

        Assert.Contains(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => a.IsFailure), a => Assert.Equal(ApprovalErrors.ConsentPending, a.Error.Code));
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "dong_y_bo_sung");
    }

    [Fact]
    public async Task Consent_OfOnesOwnRequest_IsForbidden()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(2, 1);
        await office.DoAs(officer, Ask(task));
        // Nobody heads the department, so a leader decides; the officer leads the agency as well.
        var consent = await office.OpenTaskAsync(dossier, "dong_y_bo_sung");
        var leader = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, officer.Name);
        var both = new Caller(officer.Id, officer.Name, CallerKind.Staff, [.. officer.Assignments, .. leader.Assignments]);

        Assert.Equal(Roles.AgencyLeader, consent.Role);
        Assert.Equal(ApprovalErrors.OwnRequest, (await office.CompleteAsync(consent, both)).Error.Code);
        Assert.True((await office.CompleteAsync(consent, leader)).IsSuccess);
    }

    [Fact]
    public async Task AskSupplement_WhereTheRuleSetKnowsNoLimit_GoesStraightToTheCitizen()
    {
        var (_, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(7, null);

        Assert.False((await office.DoAs(officer, Ask(task))).WaitsForConsent);
        Assert.Single(await office.RaisedAsync<SupplementAsked>());
    }

    [Fact]
    public async Task Apology_Opened_WaitsForTheLeaderAndIsSignedOnce()
    {
        var leader = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch");
        var dossier = await office.AcceptAsync();
        var (apology, task) = await OpenApologyAsync(dossier);

        Assert.Equal((Roles.AgencyLeader, office.Clock.Now.AddHours(8)), (task.Role, task.DueAt));
        var page = await office.DoAs(leader, new ReadTaskQuery(task.Id));
        Assert.Contains(page.Filled, f => f.Key == StepFields.NewDueDay && f.Value == "10/03/2026");
        Assert.Contains(page.Filled, f => f.Key == StepFields.LateUnit);
        Assert.Contains(page.Form, f => f.Key == StepFields.ApologyReason && f.Required);

        office.Dossiers.Check = Error.Invalid("apology.reason_vague", StepFields.ApologyReason);
        Assert.Equal("apology.reason_vague", (await SignAsync(leader, task)).Error.Code);
        office.Dossiers.Check = Done.Value;
        var command = Guid.NewGuid();
        for (var time = 0; time < 2; time++)
            Assert.True((await SignAsync(leader, task, command)).IsSuccess);

        var signed = Assert.Single(await office.RaisedAsync<MatterStepCompleted>());
        Assert.Equal((apology, MatterActions.Approve, "11/03/2026"), (signed.SubjectId, signed.Action, signed.Fields[StepFields.NewDueDay]));
        Assert.Equal(ApprovalErrors.AlreadyDone, (await SignAsync(leader, task)).Error.Code);
    }

    [Fact]
    public async Task Apology_WhoseKeyCannotSign_IsRefusedAtOnceAndStaysInTheInbox()
    {
        var leader = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch");
        var dossier = await office.AcceptAsync();
        var (_, task) = await OpenApologyAsync(dossier);
        office.Dossiers.Signing = Error.RuleBroken("signing.certificate_expired", "Chủ tịch", office.Clock.Now.UtcDateTime);

        Assert.Equal("signing.certificate_expired", (await SignAsync(leader, task)).Error.Code);

        Assert.Empty(await office.RaisedAsync<MatterStepCompleted>());
        Assert.Equal(TaskState.Open, (await office.OpenTaskAsync(dossier, task.Element)).State);
        office.Dossiers.Signing = Done.Value;
        Assert.True((await SignAsync(leader, task)).IsSuccess);
    }

    [Fact]
    public async Task Consent_WhoseStepIsDoneMeanwhile_LeavesTheInbox()
    {
        office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync();
        office.Dossiers.Allowance = new SupplementAllowance(1, 1);
        await office.DoAs(officer, Ask(task));
        var consent = await office.OpenTaskAsync(dossier, "dong_y_bo_sung");

        await office.CompleteOpenAsync(dossier, task.Element);
        await office.DeliverEventsAsync();

        Assert.Equal(TaskState.Withdrawn, (await office.TasksAsync(dossier)).Single(t => t.Id == consent.Id).State);
        Assert.Contains(await office.TasksAsync(dossier), t => t.IsOpen);
        Assert.Empty(await office.RaisedAsync<SupplementAsked>());
    }

    [Fact]
    public async Task Apology_LateInSigning_IsToldToThoseAboveAndStaysWithTheHead()
    {
        office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch phường");
        var above = office.Organisation.Hire(Levels.District, Roles.AgencyLeader, "Chủ tịch quận");
        var dossier = await office.AcceptAsync(applicant: "Đặng Thị Bí Mật");
        var (apology, task) = await OpenApologyAsync(dossier);

        office.Clock.SetTo(task.DueAt!.Value.AddMinutes(6));
        await RunAllAsync();
        Assert.Empty(await office.RaisedAsync<MatterEscalated>());
        office.Clock.SetTo(task.LateAt!.Value);
        await RunAllAsync();

        var escalated = Assert.Single(await office.RaisedAsync<MatterEscalated>());
        Assert.Equal((apology, Matters.Apology), (escalated.SubjectId, escalated.Matter));
        var told = Assert.Single(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == above.Id);
        Assert.DoesNotContain("Bí Mật", told.Body.Vi + told.Subject.Vi, StringComparison.Ordinal);
        Assert.Equal(task.Id, (await office.OpenTaskAsync(dossier, "ky_xin_loi")).Id);
    }

    [Fact]
    public async Task Matter_ClosedOrDossierStopped_LeavesTheInbox()
    {
        office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch");
        var dossier = await office.AcceptAsync();
        var (apology, task) = await OpenApologyAsync(dossier);
        await office.RaiseAsync(new MatterClosed(dossier, apology, "result_ready", office.Clock.Now));
        await office.DeliverEventsAsync();
        Assert.Equal(TaskState.Withdrawn, (await office.TasksAsync(dossier)).Single(t => t.Id == task.Id).State);
        Assert.Contains(await office.TasksAsync(dossier), t => t.IsOpen);

        var other = await office.AcceptAsync();
        await OpenApologyAsync(other);
        await office.RaiseAsync(new DossierStopped(other, "withdrawn", office.Clock.Now));
        await office.DeliverEventsAsync();
        Assert.DoesNotContain(await office.TasksAsync(other), t => t.IsOpen);
    }

    [Fact]
    public async Task Apology_OfAnAbsentLeader_CanBeGivenToAnotherAndSignedByTheSubstitute()
    {
        var leader = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch");
        var deputy = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Phó Chủ tịch");
        var dossier = await office.AcceptAsync();
        var (_, task) = await OpenApologyAsync(dossier);

        await office.DoAs(leader, new ReassignTaskCommand(task.Id, Guid.NewGuid(), deputy.Id, "Đi công tác"));
        Assert.Equal(ApprovalErrors.TakenByColleague, (await SignAsync(leader, task)).Error.Code);
        var substitute = office.Organisation.StandIn(deputy, "Người thay");
        Assert.True((await SignAsync(substitute, task)).IsSuccess);
    }

    [Fact]
    public async Task Warnings_OfAStep_ReachHolderAndHeadOnceForEachDate()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync("Đặng Thị Bí Mật");
        var hours = task.AllowedMinutes!.Value / 60d;

        office.Clock.Advance(TimeSpan.FromHours((hours * 0.8) - 1));
        await RunAllAsync();
        Assert.Empty(await WarningsAsync(task));
        office.Clock.Advance(TimeSpan.FromHours(1.5));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunAllAsync)));
        Assert.Equal([officer.Id, head.Id], (await WarningsAsync(task)).Select(n => n.AccountId!.Value).OrderBy(id => id != officer.Id));
        Assert.All(await WarningsAsync(task), n => Assert.DoesNotContain("Bí Mật", n.Subject.Vi + n.Body.Vi + n.Body.En, StringComparison.Ordinal));

        // A pause moves the date: the moved date is warned of again, once.
        await office.DoAs(officer, Ask(task));
        var askedAt = office.Clock.Now;
        office.Clock.Advance(TimeSpan.FromHours(100));
        await RunAllAsync();
        Assert.Equal(2, (await WarningsAsync(task)).Count);
        await office.RaiseAsync(new SupplementReceived(dossier, askedAt, office.Clock.Now, null));
        await office.DeliverEventsAsync();
        await RunAllAsync();
        Assert.Equal(4, (await WarningsAsync(task)).Count);

        await office.CompleteOpenAsync(dossier, task.Element);
        Assert.Empty(await office.AskAsync<ApprovalsDbContext, List<ProcessJob>>(c => c.Jobs.AsNoTracking()
            .Where(j => j.InstanceId == task.InstanceId && j.Kind == JobKind.Warning && j.Number == task.Token && j.Element == task.Element).ToListAsync()));
    }

    [Fact]
    public async Task Deadline_NearAndPassed_IsToldToHoldersAndHeadsOfTheDossier()
    {
        var head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng");
        var (dossier, task, officer) = await AtOfficerAsync("Đặng Thị Bí Mật");

        await office.RaiseAsync(new DeadlineNear(dossier, office.Clock.Now.AddHours(4), office.Clock.Now));
        await office.RaiseAsync(new DeadlinePassed(dossier, office.Clock.Now, false, office.Clock.Now));
        await office.RaiseAsync(new DeadlinePassed(dossier, office.Clock.Now, true, office.Clock.Now));
        await office.DeliverEventsAsync();

        var told = (await office.RaisedAsync<NotificationRequested>()).Where(n => n.Link == ApprovalsUrls.TaskOf(task.Id)).ToList();
        Assert.Equal(3, told.Count(n => n.AccountId == officer.Id));
        Assert.Equal(3, told.Count(n => n.AccountId == head.Id));
        Assert.Equal(3, told.Select(n => n.Subject.En).Distinct().Count());
        Assert.All(told, n => Assert.DoesNotContain("Bí Mật", n.Subject.Vi + n.Body.Vi + n.Body.En, StringComparison.Ordinal));
    }

    private static AskSupplementCommand Ask(WorkTask task) => new(task.Id, Guid.NewGuid(), ["Giấy xác nhận", "Ảnh"], "Bản chụp mờ", null, null);

    private async Task<(Guid Dossier, WorkTask Task, Caller Officer)> AtOfficerAsync(string applicant = "Nguyễn Thị Hoa")
    {
        var dossier = await office.AcceptAsync(applicant: applicant);
        var task = await office.OpenTaskAsync(dossier);
        return (dossier, task, office.HolderOf(task));
    }

    private async Task<(Guid Apology, WorkTask Task)> OpenApologyAsync(Guid dossier)
    {
        var apology = Guid.NewGuid();
        var fields = new Dictionary<string, string>
        {
            [StepFields.NewDueDay] = "10/03/2026", [StepFields.NewDueTime] = "16:30", [StepFields.LateUnit] = "Thẩm tra, Phòng Văn hóa", [StepFields.BrokenPromise] = "16:30 03/03/2026",
        };
        var opened = new MatterOpened(dossier, apology, Matters.Apology, TestCallers.Ward.AgencyId, fields, office.Clock.Now);
        for (var time = 0; time < 2; time++)
        {
            await office.RaiseAsync(opened);
            await office.DeliverEventsAsync();
        }

        return (apology, Assert.Single(await office.TasksAsync(dossier), t => t.Element == "ky_xin_loi"));
    }

    private Task<Result<Approvals.Features.CompleteTask.CompletedTask>> SignAsync(Caller leader, WorkTask task, Guid? command = null) => office.SendAs(
        leader,
        new Approvals.Features.CompleteTask.CompleteTaskCommand(
            task.Id, command ?? Guid.NewGuid(), MatterActions.Approve, null,
            new Dictionary<string, string> { [StepFields.ApologyReason] = "Chưa có kết quả xác minh của Công an phường", [StepFields.NewDueDay] = "11/3/2026", [StepFields.NewDueTime] = "16:30" }));

    private async Task RunAllAsync()
    {
        while (await office.RunDueJobsAsync() > 0)
        {
        }
    }

    private async Task<List<NotificationRequested>> WarningsAsync(WorkTask task) =>
        [.. (await office.RaisedAsync<NotificationRequested>()).Where(n => n.Link == ApprovalsUrls.TaskOf(task.Id) && n.Subject.Vi.Contains("sắp đến hạn bước", StringComparison.Ordinal))];
}
