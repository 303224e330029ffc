using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Tests.Features;

/// <summary>To whom of the candidates a step goes as it opens.</summary>
public sealed class AssignmentTests : OfficeTest
{
    internal const string Key = "test.assign";
    [Fact]
    public async Task LeastLoaded_GoesToWhoeverHasLeastToDoAndNotToTheAbsent()
    {
        var busy = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người bận");
        var free = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người rảnh");
        var absent = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người vắng");
        office.Organisation.StandIn(absent, "Người thay");
        for (var i = 0; i < 3; i++)
            await office.DoAs(busy, new ClaimTaskCommand((await office.OpenTaskAsync(await office.AcceptAsync())).Id));
        await RichProcess.DeployAsync(office, Key, Xml("assign=\"least_loaded\""));

        var assigned = new List<Guid?>();
        for (var i = 0; i < 4; i++)
            assigned.Add((await office.OpenTaskAsync(await office.AcceptAsync(Key), "mot")).AssigneeId);

        // Three make them even; the fourth may go to either.
        Assert.Equal([free.Id, free.Id, free.Id], assigned.Take(3));
        Assert.DoesNotContain(absent.Id, assigned.Select(a => a!.Value));
    }

    [Fact]
    public async Task LeastLoaded_OfTasksOpenedInTheSameMoment_SharesThemEvenly()
    {
        var (one, two) = (office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người một"), office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người hai"));
        await RichProcess.DeployAsync(office, Key, Xml("", "assign=\"least_loaded\""));
        const int Many = 12;
        var steps = new List<WorkTask>();
        for (var i = 0; i < Many; i++)
            steps.Add(await office.OpenTaskAsync(await office.AcceptAsync(Key), "mot"));

        await Task.WhenAll(steps.Select(step => Task.Run(() => office.CompleteAsync(step, one))));

        var loads = await office.AskAsync<ApprovalsDbContext, List<Guid?>>(c => c.Tasks.Where(t => t.Element == "hai").Select(t => t.AssigneeId).ToListAsync());
        Assert.Equal((Many / 2, Many / 2), (loads.Count(a => a == one.Id), loads.Count(a => a == two.Id)));
    }

    [Fact]
    public async Task SamePerson_GoesBackToWhoDidTheEarlierStepWhileStillInThePost()
    {
        var first = office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người làm bước một");
        office.Organisation.Hire(Levels.Commune, Roles.Officer, "Người khác");
        await RichProcess.DeployAsync(office, Key, Xml("", "assign=\"same_person\" sameAs=\"mot\""));
        var dossier = await office.AcceptAsync(Key);
        var gone = await office.AcceptAsync(Key);
        foreach (var each in new[] { dossier, gone })
            await office.CompleteAsync(await office.OpenTaskAsync(each, "mot"), first);

        Assert.Equal(first.Id, (await office.OpenTaskAsync(dossier, "hai")).AssigneeId);
        office.Organisation.Dismiss(first);
        var third = await office.AcceptAsync(Key);
        await office.CompleteAsync(await office.OpenTaskAsync(third, "mot"), first);

        Assert.Null((await office.TasksAsync(third)).Find(t => t.Element == "hai")?.AssigneeId);
    }

    [Fact]
    public async Task Group_WithNobodyToChoose_StaysOpenToAll()
    {
        await RichProcess.DeployAsync(office, Key, Xml("assign=\"least_loaded\""));

        var task = await office.OpenTaskAsync(await office.AcceptAsync(Key), "mot");

        Assert.Equal((TaskState.Open, null), (task.State, task.AssigneeId));
    }

    [Theory]
    [InlineData("assign=\"whoever\"", "")]
    [InlineData("assign=\"same_person\"", "")]
    [InlineData("sameAs=\"mot\"", "")]
    public void Compile_OfARuleThatSaysTooLittle_IsRefused(string one, string two)
    {
        var file = BpmnCompiler.Compile(Xml(one, two));

        var problem = Assert.Single(file.Problems);
        Assert.Equal(DeploymentProblem.BadExtension, problem.Code);
        Assert.StartsWith("step: assign", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assign=\"same_person\" sameAs=\"hai\"", "", "mot")]
    [InlineData("assign=\"same_person\" sameAs=\"khong_co\"", "", "mot")]
    [InlineData("", "assign=\"same_person\" sameAs=\"hai\"", "hai")]
    [InlineData("", "assign=\"same_person\" sameAs=\"ky\"", "hai")]
    public void Deploy_OfASamePersonThatCannotBe_NamesTheStep(string one, string two, string element)
    {
        var file = BpmnCompiler.Compile(Xml(one, two));
        Assert.Empty(file.Problems);

        var problem = Assert.Single(DeploymentRules.Check(file.Processes[0]));

        Assert.Equal((DeploymentRules.SameAsWrong, element), (problem.Code, problem.ElementId));
    }

    internal static string Xml(string one, string two = "") => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">
        <process id="p" isExecutable="true"><extensionElements><os:process key="{Key}"/></extensionElements>
          <startEvent id="s"/>
          <userTask id="ky" name="Ký"><extensionElements><os:step level="xa" role="agency_leader"/><os:action kind="approve" label="Ký"/></extensionElements></userTask>
          <userTask id="mot" name="Một"><extensionElements><os:step level="xa" role="officer" {one}/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
          <userTask id="hai" name="Hai"><extensionElements><os:step level="xa" role="officer" {two}/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
          <parallelGateway id="g"/><sequenceFlow id="f0" sourceRef="s" targetRef="g"/><sequenceFlow id="f1" sourceRef="g" targetRef="mot"/><sequenceFlow id="f2" sourceRef="g" targetRef="ky"/>
          <sequenceFlow id="f3" sourceRef="mot" targetRef="hai"/>
        </process></definitions>
        """;
}
