using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.SendMessage;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Approvals.Tests.Survival;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Processes that begin by a timer, a message or a signal, without a dossier.</summary>
public sealed class ProcessStartTests : OfficeTest
{
    private const string Header =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t"><message id="m" name="hết quý"/><signal id="g" name="khóa sổ"/>""";

    private const string Monthly = "<timerEventDefinition><timeCycle>R3/P1M</timeCycle></timerEventDefinition>";

    [Fact]
    public async Task Timer_EveryMonthThreeTimes_FollowsTheCalendarOfVietnam()
    {
        var begun = office.Clock.Now;
        await RichProcess.DeployAsync(office, "test.monthly", Xml("test.monthly", Monthly));

        Assert.Equal(begun.ToOffset(TimeSpan.FromHours(7)).AddMonths(1), await DueAsync());
        for (var month = 1; month <= 3; month++)
        {
            office.Clock.Advance((await DueAsync())!.Value - office.Clock.Now);
            await office.RunDueJobsAsync();
            Assert.Equal(month, await StartedAsync("test.monthly"));
        }

        Assert.Null(await DueAsync());
        var instance = await office.AskAsync<ApprovalsDbContext, ProcessInstance>(c => c.Instances.AsNoTracking().OrderBy(i => i.StartedAt).FirstAsync(i => i.ProcedureName == "test.monthly"));
        Assert.Equal((false, InstanceStatus.Completed), (instance.HasDossier, instance.Status));
    }

    [Fact]
    public async Task Timer_MissedWhileNothingRan_ComesOnceAndKeepsItsRhythm()
    {
        await RichProcess.DeployAsync(office, "test.missed", Xml("test.missed", "<timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition>"));
        var first = (await DueAsync())!.Value;

        office.Clock.Advance(TimeSpan.FromDays(10.5));
        await office.RunDueJobsAsync();

        Assert.Equal(1, await StartedAsync("test.missed"));
        Assert.Equal(first.AddDays(10), await DueAsync());
    }

    [Fact]
    public async Task Timer_OfAVersionThatAnotherHasReplaced_BeginsNothing()
    {
        await RichProcess.DeployAsync(office, "test.replaced", Xml("test.replaced", Monthly));
        await RichProcess.DeployAsync(office, "test.replaced", Xml("test.replaced", ""));

        office.Clock.Advance(TimeSpan.FromDays(40));
        await office.RunDueJobsAsync();

        Assert.Equal(0, await StartedAsync("test.replaced"));
        Assert.Null(await DueAsync());
    }

    [Fact]
    public async Task Timer_FiveNodesWantIt_BeginsOnce()
    {
        await RichProcess.DeployAsync(office, "test.race", Xml("test.race", "<timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition>"));
        var nodes = Enumerable.Range(0, 5).Select(_ => SurvivalWorker.Build(office.Provider, office.ConnectionString, office.Clock)).ToList();
        try
        {
            for (var round = 1; round <= 5; round++)
            {
                office.Clock.Advance(TimeSpan.FromDays(1));

                await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetRequiredService<DueJobWorker>().RunDueAsync(CancellationToken.None))));

                Assert.Equal(round, await StartedAsync("test.race"));
            }
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Message_FromAnOperator_BeginsTheProcessOnceHoweverOftenItIsSent()
    {
        await RichProcess.DeployAsync(office, "test.message", Xml("test.message", "<messageEventDefinition messageRef=\"m\"/>"));
        var command = new SendMessageCommand(Guid.NewGuid(), "hết quý");

        Assert.Equal(1, (await office.DoAs(TestCallers.ProcessAdmin(), command)).Starts);
        await office.DoAs(TestCallers.ProcessAdmin(), command);
        await office.DeliverEventsAsync();

        Assert.Equal(1, await StartedAsync("test.message"));
        Assert.Equal(ApprovalErrors.NobodyWaits, (await office.SendAs(TestCallers.ProcessAdmin(), command with { Message = "không ai chờ" })).Error.Code);
        Assert.Equal((CommonErrors.Required, "Message"), (await office.SendAs(TestCallers.ProcessAdmin(), command with { Message = "" })).Error is var error ? (error.Code, error.Field) : default);
    }

    [Theory]
    [InlineData(Roles.Citizen)]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.AgencyLeader)]
    [InlineData(Roles.UnitAdmin)]
    [InlineData(Roles.SystemAdmin)]
    public async Task Message_WithoutThePermission_IsForbidden(string role) =>
        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(TestCallers.OneOfEach()[role], new SendMessageCommand(Guid.NewGuid(), "hết quý"))).Error.Kind);

    [Fact]
    public async Task Signal_OfADossiersProcess_BeginsWhoWaitsForIt()
    {
        await RichProcess.DeployAsync(office, "test.signal", Xml("test.signal", "<signalEventDefinition signalRef=\"g\"/>"));
        await RichProcess.DeployAsync(office, "test.thrower", $"""
            {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="test.thrower"/></extensionElements><startEvent id="s"/>
            <endEvent id="e"><signalEventDefinition signalRef="g"/></endEvent><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>
            """);

        await office.AcceptAsync("test.thrower");
        await office.DeliverEventsAsync();

        Assert.Equal(1, await StartedAsync("test.signal"));
    }

    [Theory]
    [InlineData("<conditionalEventDefinition><condition>a = 1</condition></conditionalEventDefinition>", """<task id="u"/>""", DeploymentRules.StartNotRun, "s")]
    [InlineData(Monthly, """<userTask id="u"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>""", DeploymentRules.NeedsDossier, "u")]
    public void Deploy_OfAStartThatCannotRun_NamesTheElement(string how, string task, string code, string element)
    {
        var compiled = BpmnCompiler.Compile(Xml("test.refused", how, task));
        Assert.Empty(compiled.Problems);

        Assert.Contains(DeploymentRules.Check(compiled.Processes[0]), p => p.Code == code && p.ElementId == element);
    }

    [Theory]
    [InlineData("P1M", "2026-01-31T02:00:00Z", "2026-02-28T02:00:00Z")]
    [InlineData("P1Y", "2028-02-29T02:00:00Z", "2029-02-28T02:00:00Z")]
    [InlineData("P1M", "2026-01-31T20:00:00Z", "2026-02-28T20:00:00Z")]
    [InlineData("P1M2DT3H", "2026-03-01T00:00:00Z", "2026-04-03T03:00:00Z")]
    public void Span_OfMonths_IsCountedByTheCalendarInVietnam(string text, string from, string due)
    {
        // 20:00 UTC of 31 January is 1 February in Vietnam.
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), IsoTime.ParseSpan(text)!.Value.AfterFrom(DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string Xml(string key, string how, string task = """<task id="u"/>""") => $"""
        {Header}<process id="p" isExecutable="true"><extensionElements><os:process key="{key}"/></extensionElements><startEvent id="s">{how}</startEvent>{task}
        <endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/><sequenceFlow id="f2" sourceRef="u" targetRef="e"/></process></definitions>
        """;

    private Task<DateTimeOffset?> DueAsync() =>
        office.AskAsync<ApprovalsDbContext, DateTimeOffset?>(c => c.Jobs.Where(j => j.Kind == JobKind.Start).Select(j => j.DueAt).SingleOrDefaultAsync());

    private Task<int> StartedAsync(string key) =>
        office.AskAsync<ApprovalsDbContext, int>(c => c.Instances.CountAsync(i => i.DossierId == Guid.Empty && i.ProcedureName == key));
}
