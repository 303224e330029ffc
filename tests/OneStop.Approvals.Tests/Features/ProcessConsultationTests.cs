using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.AskBack;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Features.PassOver;
using OneStop.Approvals.Features.RetryIncident;
using OneStop.Approvals.Features.RunDueJob;
using OneStop.Approvals.Features.StartMigration;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>The process itself asks bodies, waits for those who take part in deciding, and goes on by what they say.</summary>
public sealed class ProcessConsultationTests : ConsultingTest
{
    private const string Key = "test.asks";
    private const string Both = """
        <os:body part="Y" level="huyen"><os:question>Có phù hợp quy hoạch không?</os:question></os:body>
        <os:body part="X" level="tinh" role="agency_leader" days="3"><os:question>Có bản đồ không?</os:question></os:body>
        """;

    [Theory]
    [InlineData(MatterActions.Disagree, "xem_lai")]
    [InlineData(MatterActions.Agree, "ky")]
    public async Task Service_AsksTheBodiesOfItsDrawing_AndGoesOnByTheirAnswer(string answer, string next)
    {
        var (sent, other) = (Guid.NewGuid(), Guid.NewGuid());
        office.Dossiers.Files = [sent, other];
        var dossier = await AskAsync(Both, """days="5" papers="all" """);

        var (deciding, informing) = (await BodyTaskAsync(dossier, TestCallers.District.AgencyId), await BodyTaskAsync(dossier, TestCallers.City.AgencyId));
        Assert.Equal((office.Clock.Now.AddDays(5), office.Clock.Now.AddDays(3)), (deciding.DueAt, informing.DueAt));
        Assert.Equal((Roles.DepartmentHead, Roles.AgencyLeader, ""), (deciding.Role, informing.Role, deciding.ApplicantName));
        Assert.Empty(await OpenStepsAsync(dossier));
        var asked = (await office.DoAs(Head, new ListConsultationsQuery(dossier))).Lines;
        Assert.Equal([(ConsultationPart.Decides, "Có phù hợp quy hoạch không?"), (ConsultationPart.Informs, "Có bản đồ không?")], asked.Select(l => (l.Part, l.Questions)).Order());
        Assert.All(asked, l => Assert.Equal([sent, other], l.Files.Select(f => f.Id).Order().Intersect([sent, other]).OrderBy(id => id == other)));
        Assert.All(await office.RaisedAsync<ConsultationAsked>(), e => Assert.Equal((null, null), (e.AskerId, e.AskingTaskId)));
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == District.Id && n.Subject.Vi.Contains("được lấy ý kiến", StringComparison.Ordinal));

        await AnswerAsync(deciding, District, answer);

        // Who only informs is not waited for, and may still answer.
        Assert.Equal([next], await OpenStepsAsync(dossier));
        await AnswerAsync(informing, City, MatterActions.Remark);
        Assert.Equal([next], await OpenStepsAsync(dossier));
        Assert.Equal(2, (await office.RaisedAsync<ConsultationClosed>()).Count);
    }

    [Fact]
    public async Task Service_WaitsForEveryBodyThatDecides_AndGatewaysReadEachOfThem()
    {
        var dossier = await AskAsync(
            """<os:question>Thế nào?</os:question><os:body part="Y" level="huyen"/><os:body part="Y" level="tinh" role="agency_leader"/>""", """days="5" """,
            condition: "some o in opinions satisfies o.outcome = \"remarks\" and o.part = \"Y\"");
        var (first, second) = (await BodyTaskAsync(dossier, TestCallers.District.AgencyId), await BodyTaskAsync(dossier, TestCallers.City.AgencyId));

        await AnswerAsync(first, District, MatterActions.Remark);
        Assert.Empty(await OpenStepsAsync(dossier));
        await AnswerAsync(second, City, MatterActions.Agree);

        Assert.Equal(["xem_lai"], await OpenStepsAsync(dossier));
    }

    [Fact]
    public async Task Silence_ThatTheDrawingTakesForAgreement_LetsTheProcessGoOn()
    {
        var dossier = await AskAsync("""<os:question>?</os:question><os:body part="Y" level="huyen"/>""", """days="2" silence="agreement" silenceBasis="Điều 9" """);

        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Equal(["ky"], await OpenStepsAsync(dossier));
        Assert.Equal(ConsultationOutcomes.Silent, Assert.Single(await office.RaisedAsync<ConsultationClosed>()).Outcome);
    }

    [Fact]
    public async Task Silence_ThatIsNoAgreement_IsForTheHeadOfTheAskingUnit()
    {
        var dossier = await AskAsync("""<os:question>?</os:question><os:body part="Y" level="huyen"/>""", """days="2" """, condition: "opinion = \"missing\"");
        var id = (await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).ConsultationId!.Value;

        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await RunAsync();
        Assert.Empty(await OpenStepsAsync(dossier));
        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == Head.Id && n.Subject.Vi.Contains("im lặng", StringComparison.Ordinal));
        await office.DoAs(Head, new PassOverCommand(id, Guid.NewGuid(), "Đã nhắc hai lần"));
        await office.DeliverEventsAsync();

        Assert.Equal(["xem_lai"], await OpenStepsAsync(dossier));
    }

    [Fact]
    public async Task AskBack_ToAProcess_IsForTheHeadOfTheAskingUnit()
    {
        var dossier = await AskAsync("""<os:question>?</os:question><os:body part="Y" level="huyen"/>""", """days="2" """);

        await office.DoAs(District, new AskBackCommand((await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).Id, Guid.NewGuid(), "Thiếu bản vẽ nào?"));

        Assert.Contains(await office.RaisedAsync<NotificationRequested>(), n => n.AccountId == Head.Id && n.Subject.Vi.Contains("hỏi lại", StringComparison.Ordinal));
        var line = Assert.Single((await office.DoAs(Head, new ListConsultationsQuery(dossier))).Lines);
        Assert.True(line is { WaitsForExplanation: true, MayManage: true });
    }

    [Fact]
    public async Task Interrupted_TheQuestionsEndAndTheBodiesAreTold()
    {
        var dossier = await AskAsync(Both, """days="5" """, boundary: true);
        Assert.Equal(2, (await office.TasksAsync(dossier)).Count(t => t is { ConsultationId: not null, IsOpen: true }));

        office.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Equal(["ky"], await OpenStepsAsync(dossier));
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.ConsultationId is not null && t.IsOpen);
        Assert.All(await office.RaisedAsync<ConsultationClosed>(), c => Assert.Equal(ConsultationOutcomes.Withdrawn, c.Outcome));
        var told = (await office.RaisedAsync<NotificationRequested>()).Where(n => n.Subject.Vi.Contains("không cần cho ý kiến", StringComparison.Ordinal)).Select(n => n.AccountId);
        Assert.Equal(new Guid?[] { District.Id, City.Id }.Order(), told.Order());
    }

    [Fact]
    public async Task Stopped_WhileTheProcessWaits_EndsTheQuestionsAndTellsTheBodies()
    {
        var dossier = await AskAsync(Both, """days="5" """);

        await office.RaiseAsync(new DossierStopped(dossier, "withdrawn", office.Clock.Now));
        await office.DeliverEventsAsync();

        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.IsOpen);
        Assert.Equal(2, (await office.RaisedAsync<ConsultationClosed>()).Count(c => c.Outcome == ConsultationOutcomes.Withdrawn));
        Assert.Equal(2, (await office.RaisedAsync<NotificationRequested>()).Count(n => n.Subject.Vi.Contains("không cần cho ý kiến", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_WhoCouldAnswer_IsAnIncidentAndNobodyIsAsked_UntilItIsMended()
    {
        office.Organisation.Vacate(City);
        var dossier = await AskAsync(Both, """days="5" """);

        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.ConsultationId is not null);
        Assert.Empty(await office.RaisedAsync<ConsultationAsked>());
        var incident = await office.AskAsync<ApprovalsDbContext, Incident>(c => c.Incidents.SingleAsync(i => i.MendedAt == null));
        Assert.Equal((ProcessQuestions.NobodyAt, "hoi"), (incident.Code, incident.Element));

        City = office.Organisation.Hire(Levels.Province, Roles.AgencyLeader, "Giám đốc mới");
        await office.DoAs(TestCallers.ProcessAdmin(), new RetryIncidentCommand(incident.Id, Guid.NewGuid(), "Đã bổ nhiệm"));
        await RunAsync();

        Assert.Equal(2, (await office.TasksAsync(dossier)).Count(t => t.ConsultationId is not null));
    }

    [Fact]
    public async Task OnlyInforming_HoldsNobodyUp()
    {
        var dossier = await AskAsync("""<os:question>?</os:question><os:body part="X" level="huyen"/>""", """days="2" """, condition: "opinions[1].outcome = \"open\"");

        Assert.Equal(["xem_lai"], await OpenStepsAsync(dossier));
        Assert.Single(await office.TasksAsync(dossier), t => t is { ConsultationId: not null, IsOpen: true });
    }

    [Fact]
    public async Task Limit_OfTheLaw_EndsEarlierThanTheDaysOfTheDrawing()
    {
        office.Dossiers.OpinionLimit = new Term(3, TermUnit.WorkingDays);
        var dossier = await AskAsync(Both, """days="10" """);

        Assert.Equal(office.Clock.Now.AddDays(3), (await BodyTaskAsync(dossier, TestCallers.District.AgencyId)).DueAt);
    }

    [Fact]
    public async Task Job_TakenByTwoNodesAtOnce_AsksOnce()
    {
        await DeployAsync(Both, """days="5" """);
        var dossier = await office.AcceptAsync(Key);
        var job = await office.AskAsync<ApprovalsDbContext, Guid>(c => c.Jobs.Where(j => j.Kind == JobKind.Service).Select(j => j.Id).SingleAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SendAs(Caller.System, new RunDueJobCommand(job)))));

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Equal(2, (await office.TasksAsync(dossier)).Count(t => t.ConsultationId is not null));
    }

    [Fact]
    public async Task Answers_GivenAtOnce_MoveTheProcessOnce()
    {
        var dossier = await AskAsync("""<os:question>?</os:question><os:body part="Y" level="huyen"/><os:body part="Y" level="tinh" role="agency_leader"/>""", """days="5" """);
        var (first, second) = (await BodyTaskAsync(dossier, TestCallers.District.AgencyId), await BodyTaskAsync(dossier, TestCallers.City.AgencyId));

        await Task.WhenAll(Task.Run(() => AnswerAsync(first, District, MatterActions.Agree)), Task.Run(() => AnswerAsync(second, City, MatterActions.Agree)));
        await office.DeliverEventsAsync();

        Assert.Equal(["ky"], await OpenStepsAsync(dossier));
        await office.CompleteOpenAsync(dossier, "ky");
        Assert.Equal(InstanceStatus.Completed, await office.AskAsync<ApprovalsDbContext, InstanceStatus>(c => c.Instances.Where(i => i.DossierId == dossier && i.Matter == null).Select(i => i.Status).SingleAsync()));
    }

    [Fact]
    public async Task Migrated_WhileItWaits_GoesOnInTheOtherVersionWithTheSameQuestions()
    {
        var dossier = await AskAsync("""<os:question>?</os:question><os:body part="Y" level="huyen"/>""", """days="5" """);
        await RichProcess.DeployAsync(office, Key, Process("""<os:question>Khác</os:question><os:body part="Y" level="huyen"/>""", """days="9" """, "opinion = \"agrees\"", false).Replace("hoi", "hoi_moi", StringComparison.Ordinal));
        var versions = await office.AskAsync<ApprovalsDbContext, List<Guid>>(c => c.ProcessVersions.Where(v => v.Key == Key).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync());
        var mapping = new Dictionary<string, string> { ["s"] = "s", ["hoi"] = "hoi_moi", ["g"] = "g", ["xem_lai"] = "xem_lai", ["ky"] = "ky" };

        await office.DoAs(TestCallers.ProcessAdmin(), new StartMigrationCommand(Guid.NewGuid(), versions[0], versions[1], mapping, "Đổi tên bước"));
        while (await office.Services.GetRequiredService<MigrationWorker>().RunDueAsync(CancellationToken.None) > 0)
        {
        }

        Assert.Equal("hoi_moi", await office.AskAsync<ApprovalsDbContext, string>(c => c.Consultations.Where(x => x.DossierId == dossier).Select(x => x.AskingElement).SingleAsync()));
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree);
        Assert.Equal(["xem_lai"], await OpenStepsAsync(dossier));
    }

    [Fact]
    public async Task Answer_OfWhoOnlyInforms_AfterTheProcessWentOn_IsKeptAndNotCounted()
    {
        var dossier = await AskAsync(Both, """days="5" """);
        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.District.AgencyId), District, MatterActions.Agree);
        Assert.Equal(["ky"], await OpenStepsAsync(dossier));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await AnswerAsync(await BodyTaskAsync(dossier, TestCallers.City.AgencyId), City, MatterActions.Disagree);

        var line = (await office.DoAs(Head, new ListConsultationsQuery(dossier))).Lines.Single(l => l.Part == ConsultationPart.Informs);
        Assert.Equal((ConsultationState.Answered, "Ý kiến", true), (line.State, line.Answer, line.IsAfterwards));
        Assert.False((await office.DoAs(Head, new ListConsultationsQuery(dossier))).Lines.Single(l => l.Part == ConsultationPart.Decides).IsAfterwards);
        Assert.Equal(["ky"], await OpenStepsAsync(dossier));
        // Also where both have answered before the process has heard of it: the one counts, the other came after it.
        var asked = await office.AskAsync<ApprovalsDbContext, List<Consultation>>(c => c.Consultations.AsNoTracking().Where(x => x.DossierId == dossier).ToListAsync());
        var told = ((IEnumerable<object?>)Opinions.Of(asked)["opinions"]!).Cast<IReadOnlyDictionary<string, object?>>().ToDictionary(o => o["part"]!, o => o["outcome"]);
        Assert.Equal(("agrees", "open"), (told["Y"], told["X"]));
    }

    private static string Process(string parts, string attributes, string condition, bool boundary) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">
        <process id="p" isExecutable="true"><extensionElements><os:process key="{Key}"/></extensionElements>
          <startEvent id="s"/>
          <serviceTask id="hoi" name="Lấy ý kiến"><extensionElements><os:service name="ask-opinions"/><os:consultation level="xa" {attributes}>{parts}</os:consultation></extensionElements></serviceTask>
          {(boundary ? """<boundaryEvent id="b" attachedToRef="hoi"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="fb" sourceRef="b" targetRef="ky"/>""" : "")}
          <exclusiveGateway id="g" default="fk"/>
          <userTask id="xem_lai" name="Xem lại"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
          <userTask id="ky" name="Ký"><extensionElements><os:step level="xa" role="agency_leader"/><os:action kind="approve" label="Ký"/></extensionElements></userTask>
          <sequenceFlow id="f1" sourceRef="s" targetRef="hoi"/><sequenceFlow id="f2" sourceRef="hoi" targetRef="g"/>
          <sequenceFlow id="fx" sourceRef="g" targetRef="xem_lai"><conditionExpression>{condition}</conditionExpression></sequenceFlow>
          <sequenceFlow id="fk" sourceRef="g" targetRef="ky"/>
        </process></definitions>
        """;

    private Task DeployAsync(string parts, string attributes, string condition = "opinion = \"disagrees\"", bool boundary = false) =>
        RichProcess.DeployAsync(office, Key, Process(parts, attributes, condition, boundary));

    private async Task<Guid> AskAsync(string parts, string attributes, string condition = "opinion = \"disagrees\"", bool boundary = false)
    {
        await DeployAsync(parts, attributes, condition, boundary);
        var dossier = await office.AcceptAsync(Key);
        await RunAsync();
        return dossier;
    }

    private async Task<List<string>> OpenStepsAsync(Guid dossier) => [.. (await office.TasksAsync(dossier)).Where(t => t is { ConsultationId: null, IsOpen: true }).Select(t => t.Element)];

    private async Task AnswerAsync(WorkTask task, Caller by, string action)
    {
        await AnswerAsync(task, by, action, "Ý kiến");
        await office.DeliverEventsAsync();
    }
}
