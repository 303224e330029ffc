using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.AskSimulation;
using OneStop.Approvals.Features.CreateDraft;
using OneStop.Approvals.Features.ReadProcessFile;
using OneStop.Approvals.Features.ReadSimulation;
using OneStop.Approvals.Features.RecordSimulation;
using OneStop.Approvals.Features.SaveDraft;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Simulation;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

public sealed class SimulationTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private readonly Caller owner = TestCallers.ProcessAdmin();

    private DateOnly Today => office.Clock.Now.VietnamDate();

    [Fact]
    public async Task Simulate_ADraftOverThePast_LaysItBesideTheVersionInForce()
    {
        var version = await PastAsync("1.013225", 6);
        var draft = await office.DoAs(owner, new CreateDraftCommand(version));

        var run = await office.DoAs(owner, new AskSimulationCommand(draft, Past() with { Percent = 250, People = new Dictionary<string, int> { ["xa.officer"] = 3 } }));
        var waiting = await office.DoAs(owner, new ReadSimulationQuery(run));
        await PlayAsync();
        var view = await office.DoAs(owner, new ReadSimulationQuery(run));

        Assert.False(waiting.IsFinished);
        Assert.Equal((true, null, 1000), (view.IsFinished, view.ErrorCode, view.Progress));
        var (tried, beside) = (view.Outcome!.Tried.Report, view.Outcome.Beside!.Report);
        Assert.Equal((15, 15), (tried.Started, beside.Started));
        Assert.Equal(tried.Started, tried.Finished + tried.Stopped + tried.Waiting);
        Assert.Equal(3, Assert.Single(tried.Posts, p => p is { Level: Levels.Commune, Role: Roles.Officer }).People);
        Assert.NotEqual(3, Assert.Single(beside.Posts, p => p is { Level: Levels.Commune, Role: Roles.Officer }).People);
        Assert.Equal("1.013225", view.Key);
        Assert.Null(view.Number);
        Assert.NotNull(view.BesideNumber);
    }

    [Fact]
    public async Task Simulate_AStatedMix_BringsThatManyADay()
    {
        var version = await PastAsync("1.013831", 2);

        var run = await office.DoAs(owner, new AskSimulationCommand(version, Mix(50, 4)));
        await PlayAsync();

        var report = (await office.DoAs(owner, new ReadSimulationQuery(run))).Outcome!.Tried.Report;
        Assert.Equal(200, report.Started);
        Assert.Equal(report.Started, report.Finished + report.Stopped + report.Waiting);
    }

    [Fact]
    public async Task Simulate_BranchesOfStatedFacts_AreTakenAsOftenAsTheySay()
    {
        const string Xml = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t"><process id="p"><extensionElements><os:process key="test.branches"/></extensionElements>
              <startEvent id="s"/><exclusiveGateway id="g"/>
              <userTask id="a" name="Ít"><extensionElements><os:step level="xa" role="officer" hours="1"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
              <userTask id="b" name="Nhiều"><extensionElements><os:step level="xa" role="officer" hours="1"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
              <sequenceFlow id="f" sourceRef="s" targetRef="g"/>
              <sequenceFlow id="fa" sourceRef="g" targetRef="a"><conditionExpression>size = "small"</conditionExpression></sequenceFlow>
              <sequenceFlow id="fb" sourceRef="g" targetRef="b"><conditionExpression>size = "large"</conditionExpression></sequenceFlow>
            </process></definitions>
            """;
        await PastAsync("1.001776", 1);
        await RichProcess.DeployAsync(office, "test.branches", Xml);
        var version = await office.AskAsync<ApprovalsDbContext, Guid>(c => c.ProcessVersions.Where(v => v.Key == "test.branches").Select(v => v.Id).SingleAsync());

        var run = await office.DoAs(owner, new AskSimulationCommand(version, Mix(100, 10) with { Facts = [new("size", "small", 70), new("size", "large", 20), new("size", "odd", 10)] }));
        await PlayAsync();

        var report = (await office.DoAs(owner, new ReadSimulationQuery(run))).Outcome!.Tried.Report;
        Assert.InRange(report.Steps.Single(s => s.Element == "a").Entered, 640, 760);
        Assert.InRange(report.Steps.Single(s => s.Element == "b").Entered, 150, 250);
        var end = Assert.Single(report.DeadEnds, d => d.Code == Incidents.NoWayOut);
        Assert.Equal(("g", 1_000 - report.Steps.Sum(s => s.Entered)), (end.Element, end.Count));
    }

    [Fact]
    public async Task Simulate_WithoutAPast_SaysWhyThereIsNoReport()
    {
        var version = await PastAsync("1.001193", 1);

        var run = await office.DoAs(owner, new AskSimulationCommand(version, Past() with { From = new DateOnly(2020, 1, 1), To = new DateOnly(2020, 12, 31) }));
        await PlayAsync();

        var view = await office.DoAs(owner, new ReadSimulationQuery(run));
        Assert.Equal((true, ApprovalErrors.SimulationWithoutPast), (view.IsFinished, view.ErrorCode));
        Assert.Null(view.Outcome);
    }

    [Fact]
    public async Task Ask_WithMistakes_NamesEachField()
    {
        var version = await PastAsync("2.000815", 1);

        var past = await office.SendAs(owner, new AskSimulationCommand(version, Past() with
        {
            To = Today.AddDays(-400), Percent = 0, Hours = "12:00-08:00", People = new Dictionary<string, int> { ["xa.officer"] = 5_000 }, Minutes = new Dictionary<string, int> { ["x"] = -1 },
        }));
        var mix = await office.SendAs(owner, new AskSimulationCommand(version, Mix(20_000, 500)));
        var unknown = await office.SendAs(owner, new AskSimulationCommand(Guid.NewGuid(), Past()));

        Assert.Equal(
            [("To", ApprovalErrors.PeriodBackwards), ("Percent", ApprovalErrors.OutOfRange), ("Hours", ApprovalErrors.BadHours), ("People-xa.officer", ApprovalErrors.OutOfRange), ("Minutes-x", ApprovalErrors.OutOfRange)],
            past.Errors.Select(e => (e.Field!, e.Code)));
        Assert.Equal(("PerDay", ApprovalErrors.SimulationTooLarge), (mix.Error.Field, mix.Error.Code));
        Assert.Equal(ApprovalErrors.VersionMissing, unknown.Error.Code);
    }

    [Fact]
    public async Task Ask_ForADraftWithProblems_IsRefused()
    {
        var version = await PastAsync("3.000333", 1);
        var draft = await office.DoAs(owner, new CreateDraftCommand(version));
        var file = (await office.DoAs(owner, new ReadDraftFileQuery(draft))).Xml;
        await office.DoAs(owner, new SaveDraftCommand(draft, 0, file.Replace("role=\"officer\"", "role=\"nobody\"", StringComparison.Ordinal)));

        var asked = await office.SendAs(owner, new AskSimulationCommand(draft, Past()));
        var basis = await office.DoAs(owner, new ReadSimulationBasisQuery(draft));

        Assert.Equal(ApprovalErrors.SimulationOfBrokenDraft, asked.Error.Code);
        Assert.True(basis.HasProblems);
    }

    [Fact]
    public async Task Basis_TellsPostsStepsAndEarlierRuns()
    {
        var version = await PastAsync("3.000347", 3);
        office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người thứ hai");
        var run = await office.DoAs(owner, new AskSimulationCommand(version, Past()));

        var basis = await office.DoAs(owner, new ReadSimulationBasisQuery(version));

        Assert.Equal((3, (DateOnly?)Today), (basis.Dossiers, basis.First));
        Assert.NotEmpty(basis.Posts);
        Assert.Contains(basis.Posts, post => post.People > 0);
        Assert.Contains(basis.Steps, step => step is { Known: > 0, HalfMinutes: > 0 });
        Assert.Equal(run, Assert.Single(basis.Runs).Id);
        await PlayAsync();
    }

    [Fact]
    public async Task Record_ByAPerson_IsRefused()
    {
        var refused = await office.SendAs(owner, new RecordSimulationCommand(Guid.NewGuid(), 0, null, null));

        Assert.Equal(CommonErrors.NotAllowed, refused.Error.Code);
        Assert.Equal(CommonErrors.NotAllowed, (await office.SendAs(TestCallers.Officer(), new ReadSimulationQuery(Guid.NewGuid()))).Error.Code);
        Assert.Equal(ApprovalErrors.SimulationMissing, (await office.SendAs(owner, new ReadSimulationQuery(Guid.NewGuid()))).Error.Code);
    }

    private SimulationRequest Past() => new() { From = Today.AddDays(-30), To = Today.AddDays(30) };

    private SimulationRequest Mix(int perDay, int days) => new() { Source = ArrivalSource.Mix, From = Today, To = Today, PerDay = perDay, Days = days, OnlinePercent = 50 };

    private async Task PlayAsync()
    {
        while (await office.Services.GetRequiredService<SimulationWorker>().RunDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    // Dossiers that have done their first step an hour after they came; the version they run on.
    private async Task<Guid> PastAsync(string procedure, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var dossier = await office.AcceptAsync(procedure);
            office.Clock.Advance(TimeSpan.FromMinutes(10));
            await office.CompleteOpenAsync(dossier);
        }

        return await office.AskAsync<ApprovalsDbContext, Guid>(c => c.ProcessVersions.Where(v => v.Key == procedure).OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync());
    }
}
