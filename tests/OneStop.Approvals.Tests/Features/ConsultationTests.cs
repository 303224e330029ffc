using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskBack;
using OneStop.Approvals.Features.AskOpinions;
using OneStop.Approvals.Features.ExplainQuestion;
using OneStop.Approvals.Features.FindBodies;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Features.PassOver;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Features.ReturnTask;
using OneStop.Approvals.Features.WithdrawConsultation;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Lấy ý kiến: bodies are asked, answer in their own inbox, and silence is handled by rule.</summary>
public sealed partial class ConsultationTests : ConsultingTest
{
    private Caller leader = null!;

    protected override async Task OpenedAsync()
    {
        await base.OpenedAsync();
        leader = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch phường");
    }

    [Fact]
    public async Task Ask_TwoBodies_PutsATaskWithTheBodysOwnDateIntoEachInbox()
    {
        var (dossier, task, officer) = await AtOfficerAsync();

        await office.DoAs(officer, Ask(task, AskDistrict(days: 3), AskCity(ConsultationPart.Informs)));

        var tasks = (await office.TasksAsync(dossier)).FindAll(t => t.ConsultationId is not null);
        Assert.Equal(2, tasks.Count);
        var first = tasks.Single(t => t.AgencyId == TestCallers.District.AgencyId);
        Assert.Equal((Roles.DepartmentHead, FakeOrganisation.DistrictDepartment, ""), (first.Role, first.DepartmentId, first.ApplicantName));
        Assert.Equal(office.Clock.Now.AddDays(3), first.DueAt);
        Assert.Equal(Roles.AgencyLeader, tasks.Single(t => t.AgencyId == TestCallers.City.AgencyId).Role);
        Assert.Equal(2, (await office.RaisedAsync<ConsultationAsked>()).Count);
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == District.Id && n.Subject.Vi.Contains("được lấy ý kiến", StringComparison.Ordinal));
        Assert.Equal(TaskState.Open, (await office.OpenTaskAsync(dossier, task.Element)).State);
    }

    [Fact]
    public async Task Ask_SentTwice_IsOneRequest()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        var same = Ask(task, AskDistrict());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SendAs(officer, same))));

        Assert.All(answers, a => Assert.True(a.IsSuccess));
        Assert.Single(await office.TasksAsync(dossier), t => t.ConsultationId is not null);
        var again = await office.SendAs(officer, Ask(task, AskDistrict()));
        Assert.Equal((ConsultationErrors.AskedTwice, "Bodies[0].Unit"), (again.Error.Code, again.Error.Field));
    }

    [Fact]
    public async Task Complete_WhileABodyThatDecidesIsSilent_IsRefused_AndOneThatInformsNeverBlocks()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(), AskCity(ConsultationPart.Informs)));

        var early = await office.CompleteAsync(task, officer);
        Assert.Equal(ConsultationErrors.StillAwaited, early.Error.Code);
        Assert.Contains("UBND", Assert.Single(early.Error.Args!)!.ToString(), StringComparison.Ordinal);

        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Disagree, "Vướng quy hoạch");

        Assert.True((await office.CompleteAsync(task, officer)).IsSuccess);
        var list = await office.DoAs(Head, new ListConsultationsQuery(dossier));
        var answered = list.Lines.Single(l => l.Part == ConsultationPart.Decides);
        Assert.Equal((ConsultationState.Answered, Stance.Disagrees, "Vướng quy hoạch", District.Name), (answered.State, answered.Stance, answered.Answer, answered.ClosedByName));
        Assert.Equal(ConsultationOutcomes.Disagrees, Assert.Single(await office.RaisedAsync<ConsultationClosed>()).Outcome);
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == officer.Id && n.Subject.Vi.Contains("đã có ý kiến", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_Prepared_GoesThroughTheOfficerAndBackToTheHead()
    {
        var clerk = office.Organisation.Hire(Levels.District, Roles.Officer, "Chuyên viên quận");
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict()));
        var asked = await BodyTaskAsync(dossier, TestCallers.District.AgencyId);

        await AnswerAsync(asked, District, "prepare", "Soạn giúp");
        var draft = await office.OpenTaskAsync(dossier, "chuan_bi");
        Assert.Equal((Roles.Officer, FakeOrganisation.DistrictDepartment, asked.DueAt), (draft.Role, draft.DepartmentId, draft.DueAt));
        await AnswerAsync(draft, clerk, "submit", "Dự thảo: đồng ý");
        Assert.True((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].State == ConsultationState.Open);
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree, null);

        var line = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.Equal((ConsultationState.Answered, Stance.Agrees), (line.State, line.Stance));
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.ConsultationId is not null && t.IsOpen);
    }

    [Fact]
    public async Task AskBack_StopsTheBodysDaysUntilItIsExplained_AndChargesOnlyItsOwn()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(days: 2)));
        var asked = await BodyTaskAsync(dossier, TestCallers.District.AgencyId);
        office.Clock.Advance(TimeSpan.FromHours(10));
        await office.DoAs(District, new AskBackCommand(asked.Id, Guid.NewGuid(), "Thiếu bản vẽ nào?"));
        office.Clock.Advance(TimeSpan.FromHours(5));
        Assert.True((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].WaitsForExplanation);

        await office.DoAs(officer, new ExplainQuestionCommand(asked.ConsultationId!.Value, Guid.NewGuid(), "Bản vẽ mặt bằng"));
        var again = await office.SendAs(officer, new ExplainQuestionCommand(asked.ConsultationId.Value, Guid.NewGuid(), "Lần nữa"));
        Assert.Equal(ConsultationErrors.NothingToExplain, again.Error.Code);
        office.Clock.Advance(TimeSpan.FromHours(7));
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree, null);
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await office.CompleteAsync(task, officer)).IsSuccess);

        var line = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.Equal(17 * 60, line.UsedMinutes);
        Assert.Equal(asked.DueAt!.Value.AddHours(5), line.DueAt);
        Assert.Equal(["Thiếu bản vẽ nào?", "Bản vẽ mặt bằng"], line.Messages.Select(m => m.Text));
        // 23 hours passed on the asking step; 17 of them are the body's.
        Assert.Equal(6 * 60, (await office.TasksAsync(dossier)).Single(t => t.Id == task.Id).UsedMinutes);
    }

    [Fact]
    public async Task Silence_ThatCountsAsAgreement_IsRecordedAndLetsTheStepGoOn()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(days: 2) with { Silence = SilenceRule.CountsAsAgreement, SilenceBasis = "Điều 9" }));

        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await RunAsync();

        var line = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.Equal(ConsultationState.Silent, line.State);
        Assert.NotNull(line.SilentSince);
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.ConsultationId is not null && t.IsOpen);
        Assert.True((await office.CompleteAsync(task, officer)).IsSuccess);
        Assert.Equal(ConsultationOutcomes.Silent, Assert.Single(await office.RaisedAsync<ConsultationClosed>()).Outcome);
    }

    [Fact]
    public async Task Silence_ThatIsNoAgreement_GoesToTheAskersHeadWhoMayGoOnWithAReason()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(days: 2)));
        var id = (await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).ConsultationId!.Value;
        Assert.Equal(ConsultationErrors.NotSilentYet, (await office.SendAs(Head, new PassOverCommand(id, Guid.NewGuid(), "Gấp"))).Error.Code);

        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == Head.Id && n.Subject.Vi.Contains("im lặng", StringComparison.Ordinal));
        Assert.Equal(ConsultationErrors.StillAwaited, (await office.CompleteAsync(task, officer)).Error.Code);
        Assert.Equal(ConsultationErrors.NotYours, (await office.SendAs(officer, new PassOverCommand(id, Guid.NewGuid(), "Gấp"))).Error.Code);
        Assert.Equal(ApprovalErrors.ReasonRequired, (await office.SendAs(Head, new PassOverCommand(id, Guid.NewGuid(), " "))).Error.Code);
        var command = new PassOverCommand(id, Guid.NewGuid(), "Đã nhắc hai lần");
        await office.DoAs(Head, command);
        await office.DoAs(Head, command);

        Assert.True((await office.CompleteAsync(task, officer)).IsSuccess);
        var line = (await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0];
        Assert.Equal((ConsultationState.PassedOver, "Đã nhắc hai lần", Head.Name), (line.State, line.Reason, line.ClosedByName));
        Assert.NotNull(line.SilentSince);
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.ConsultationId is not null && t.IsOpen);
    }

    [Fact]
    public async Task Silence_WhileTheBodyWaitsForAnExplanation_IsNoSilence()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(days: 2)));
        var asked = await BodyTaskAsync(dossier, TestCallers.District.AgencyId);
        office.Clock.Advance(TimeSpan.FromHours(40));
        await office.DoAs(District, new AskBackCommand(asked.Id, Guid.NewGuid(), "?"));
        office.Clock.Advance(TimeSpan.FromHours(20));
        await RunAsync();
        Assert.Null((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].SilentSince);

        await office.DoAs(officer, new ExplainQuestionCommand(asked.ConsultationId!.Value, Guid.NewGuid(), "!"));
        office.Clock.Advance(TimeSpan.FromHours(7));
        await RunAsync();
        Assert.Null((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].SilentSince);
        office.Clock.Advance(TimeSpan.FromHours(2));
        await RunAsync();

        Assert.NotNull((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines[0].SilentSince);
        var late = await office.SendAs(District, new AskBackCommand((await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).Id, Guid.NewGuid(), "?"));
        Assert.Equal(ConsultationErrors.TooLateToAskBack, late.Error.Code);
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree, null);
    }

    [Fact]
    public async Task Withdraw_TakesTheTaskOutOfTheInboxAndFreesTheStep()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict()));
        var id = (await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).ConsultationId!.Value;
        Assert.Equal(ConsultationErrors.Missing, (await office.SendAs(District, new WithdrawConsultationCommand(id, Guid.NewGuid(), "x"))).Error.Code);

        await office.DoAs(officer, new WithdrawConsultationCommand(id, Guid.NewGuid(), "Hỏi nhầm"));

        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.ConsultationId is not null && t.IsOpen);
        Assert.Equal(ConsultationErrors.Closed, (await office.SendAs(officer, new WithdrawConsultationCommand(id, Guid.NewGuid(), "x"))).Error.Code);
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == District.Id && n.Subject.Vi.Contains("không cần", StringComparison.Ordinal));
        Assert.True((await office.CompleteAsync(task, officer)).IsSuccess);
    }

    [Fact]
    public async Task DossierStopped_EndsWhatIsStillAsked()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict(), AskCity(ConsultationPart.Informs)));

        await office.RaiseAsync(new DossierStopped(dossier, "stopped", office.Clock.Now));
        await office.DeliverEventsAsync();

        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.IsOpen);
        Assert.All(await office.RaisedAsync<ConsultationClosed>(), c => Assert.Equal(ConsultationOutcomes.Withdrawn, c.Outcome));
        Assert.Equal(2, (await office.RaisedAsync<ConsultationClosed>()).Count);
    }

    [Fact]
    public async Task Ask_WithMistakes_TellsEachAtItsField()
    {
        var (_, task, officer) = await AtOfficerAsync();
        Assert.Equal(ConsultationErrors.NobodyAsked, (await office.SendAs(officer, Ask(task))).Error.Code);

        var unsound = await office.SendAs(officer, Ask(task, AskDistrict(days: 0) with { Questions = " ", Silence = SilenceRule.CountsAsAgreement }));
        Assert.Equal(
            [(ConsultationErrors.BasisRequired, "Bodies[0].SilenceBasis"), (ConsultationErrors.DaysOutOfRange, "Bodies[0].WorkingDays"), (ConsultationErrors.QuestionsRequired, "Bodies[0].Questions")],
            unsound.Errors.Select(e => (e.Code, e.Field)).Order());
        var own = await office.SendAs(officer, Ask(task, AskCity(), AskDistrict() with { AgencyId = task.AgencyId, DepartmentId = task.DepartmentId }));
        Assert.Equal((ConsultationErrors.OwnUnit, "Bodies[1].Unit"), (own.Error.Code, own.Error.Field));
        Assert.Equal(ConsultationErrors.AskedTwice, (await office.SendAs(officer, Ask(task, AskCity(), AskCity()))).Error.Code);
        office.Organisation.Vacate(City);
        Assert.Equal((ConsultationErrors.NobodyThere, "Bodies[0].Unit"), await office.SendAs(officer, Ask(task, AskCity())) is { IsFailure: true } empty ? (empty.Error.Code, empty.Error.Field) : default);
        var foreign = await office.SendAs(officer, Ask(task, AskDistrict() with { Files = [Guid.NewGuid()] }));
        Assert.Equal(ConsultationErrors.FileNotOfDossier, foreign.Error.Code);
        office.Dossiers.OpinionLimit = new Term(5, TermUnit.WorkingDays);
        var late = await office.SendAs(officer, Ask(task, AskDistrict(days: 6)));
        Assert.Equal((ConsultationErrors.BeyondLimit, "Bodies[0].WorkingDays"), (late.Error.Code, late.Error.Field));
    }

    [Fact]
    public async Task ABody_ReadsTheFilesSentToItAndNothingElseOfTheDossier()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        var (sent, kept) = (Guid.NewGuid(), Guid.NewGuid());
        office.Dossiers.Files = [sent, kept];
        await office.DoAs(officer, Ask(task, AskDistrict() with { Files = [sent] }));

        var page = await office.DoAs(District, new ReadTaskQuery((await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).Id));
        Assert.Equal([sent], page.Dossier.Components.SelectMany(c => c.Files).Select(f => f.Id));
        Assert.Equal(("", "Có phù hợp quy hoạch không?"), (page.Dossier.Applicant.Name, page.Asked!.Questions));
        Assert.True(await MayReadFileAsync(District, sent));
        Assert.False(await MayReadFileAsync(District, kept));
        Assert.False(await MayReadAsync(District, dossier));
        Assert.True(await MayReadAsync(officer, dossier));
        Assert.False(await MayReadFileAsync(office.Organisation.Hire(Levels.Province, Roles.Officer, "Người ngoài"), sent));
        Assert.Equal(ConsultationErrors.Missing, (await office.SendAs(District, new ListConsultationsQuery(dossier))).Error.Code);
    }

    [Fact]
    public async Task Ask_ByWhoIsNotOnTheTask_IsRefused()
    {
        var (dossier, task, officer) = await AtOfficerAsync();

        Assert.Equal(ApprovalErrors.TaskMissing, (await office.SendAs(District, Ask(task, AskCity()))).Error.Code);
        Assert.Equal(ApprovalErrors.NotYours, (await office.SendAs(Head, Ask(task, AskCity()))).Error.Code);
        await office.DoAs(officer, Ask(task, AskDistrict()));
        var nested = await office.SendAs(District, Ask(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), AskCity()));
        Assert.Equal(ConsultationErrors.NotThisStep, nested.Error.Code);
        Assert.Equal(ConsultationErrors.NotThisStep, (await office.SendAs(officer, new AskBackCommand(task.Id, Guid.NewGuid(), "?"))).Error.Code);
    }

    [Fact]
    public async Task AStepThatComesBack_StillWaitsForTheBodyItAsked()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskDistrict()));
        var earlier = (await office.TasksAsync(dossier)).First(t => t.Element != task.Element);
        await office.DoAs(officer, new ReturnTaskCommand(task.Id, Guid.NewGuid(), earlier.Element, "Xem lại"));

        while ((await office.OpenTaskAsync(dossier)) is { } open && open.ConsultationId is null && open.Element != task.Element)
            await office.CompleteOpenAsync(dossier, open.Element);

        var again = (await office.TasksAsync(dossier)).Last(t => t.Element == task.Element);
        Assert.NotEqual(task.Id, again.Id);
        Assert.Equal(ConsultationErrors.StillAwaited, (await office.CompleteAsync(again)).Error.Code);
    }

    [Fact]
    public async Task FindBodies_WithoutWords_FindsNothing()
    {
        Assert.Empty((await office.DoAs(Head, new FindBodiesQuery(" "))).Units);
        Assert.NotEmpty((await office.DoAs(Head, new FindBodiesQuery("quan"))).Units);
    }

    [Fact]
    public async Task Answer_AfterTheAskingStepIsDone_IsKeptAndShownAsLateAndNotCounted()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskCity(ConsultationPart.Informs) with { WorkingDays = 1 }));
        await office.CompleteOpenAsync(dossier, task.Element);
        var gone = office.Clock.Now;
        office.Clock.Advance(TimeSpan.FromDays(5));
        await RunAsync();
        var own = await BodyTaskAsync(dossier, TestCallers.City.AgencyId);
        Assert.Equal(gone, (await office.DoAs(City, new ReadTaskQuery(own.Id))).Asked!.WentOnAt);

        await AnswerAsync(own, City, MatterActions.Remark, "Bản đồ gửi muộn");

        var line = Assert.Single((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines);
        Assert.Equal((true, true, gone, "Bản đồ gửi muộn"), (line.IsLate, line.IsAfterwards, line.WentOnAt, line.Answer));
    }

    [Fact]
    public async Task Answer_InTimeAndBeforeTheStepIsDone_IsNeitherLateNorAfterwards()
    {
        var (dossier, task, officer) = await AtOfficerAsync();
        await office.DoAs(officer, Ask(task, AskCity(ConsultationPart.Informs)));
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.City.AgencyId), City, MatterActions.Agree, null);
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.CompleteOpenAsync(dossier, task.Element);

        var line = Assert.Single((await office.DoAs(officer, new ListConsultationsQuery(dossier))).Lines);

        Assert.Equal((false, false), (line.IsLate, line.IsAfterwards));
    }

    private async Task<(Guid Dossier, WorkTask Task, Caller Officer)> AtOfficerAsync()
    {
        var dossier = await office.AcceptAsync("1.001193");
        for (var task = await office.OpenTaskAsync(dossier); task.Role != Roles.Officer; task = await office.OpenTaskAsync(dossier))
            await office.CompleteOpenAsync(dossier);
        var open = await office.OpenTaskAsync(dossier);
        return (dossier, open, office.HolderOf(open));
    }

    private Task<bool> MayReadAsync(Caller caller, Guid dossier) => office.AskAsync<ITaskAccess, bool>(a => a.MayReadAsync(caller, dossier, default));

    private Task<bool> MayReadFileAsync(Caller caller, Guid file) => office.AskAsync<ITaskAccess, bool>(a => a.MayReadFileAsync(caller, file, default));

    private static AskOpinionsCommand Ask(WorkTask task, params AskedBody[] bodies) => new(task.Id, Guid.NewGuid(), bodies);

    private static AskedBody AskDistrict(int days = 5) => new(
        TestCallers.District.AgencyId, FakeOrganisation.DistrictDepartment, ConsultationPart.Decides, "Có phù hợp quy hoạch không?", days, SilenceRule.Escalates, null, false, []);

    private static AskedBody AskCity(ConsultationPart part = ConsultationPart.Decides) => new(
        TestCallers.City.AgencyId, null, part, "Cung cấp bản đồ", 5, SilenceRule.Escalates, null, true, []);
}
