using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Tests.Office;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Whole processes through the pipeline, each step by somebody who holds its role.</summary>
public sealed class RouteTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Accept_SocialAllowance_RunsTheWholeRouteAndTellsEveryStep()
    {
        var dossier = await office.AcceptAsync();
        var seen = new List<string>();
        while ((await office.TasksAsync(dossier)).Exists(t => t.IsOpen))
            seen.Add((await office.CompleteOpenAsync(dossier)).Element);

        Assert.Equal(["xa_tham_tra", "xa_ky", "huyen_tiep_nhan", "huyen_tham_dinh", "huyen_duyet", "tinh_kiem_tra", "tinh_ky", "van_thu", "tra_ket_qua"], seen);
        var entered = (await office.RaisedAsync<StepEntered>()).Where(e => e.DossierId == dossier).ToList();
        var completed = (await office.RaisedAsync<StepCompleted>()).Where(e => e.DossierId == dossier).ToList();
        Assert.Equal(["tiep_nhan", .. seen], entered.Select(e => e.Element));
        Assert.Equal(["tiep_nhan", .. seen], completed.Select(e => e.Element));
        Assert.Equal([2, 4, 4, 4, 4, 4, 4, 4, 4, 9], entered.Select(e => e.StatusCode));
        Assert.Equal(
            [StepDeeds.Receive, "", "", "", "", "", StepDeeds.DraftResult, StepDeeds.SignResult, StepDeeds.IssueResult, StepDeeds.ReturnResult],
            completed.Select(e => e.Deed));
        Assert.Equal("Điều 1.", completed.Single(e => e.Deed == StepDeeds.DraftResult).Fields[StepFields.ResultBody]);
        Assert.Single((await office.RaisedAsync<ProcessCompleted>()), e => e.DossierId == dossier);
    }

    [Theory]
    [InlineData("1.001193", "online")]
    [InlineData("1.001612", "in_person")]
    [InlineData("1.013225", "in_person")]
    [InlineData("3.000347", "post")]
    [InlineData("1.013831", "in_person")]
    [InlineData("2.000815", "in_person")]
    [InlineData("3.000333", "online")]
    [InlineData("1.013170", "in_person")]
    [InlineData("2.000635", "in_person")]
    public async Task Accept_EachExample_ReachesItsEnd(string procedure, string channel)
    {
        office.Organisation.WithHeads();
        var dossier = await office.AcceptAsync(procedure, channel);
        for (var step = 0; step < 20 && (await office.TasksAsync(dossier)).Exists(t => t.IsOpen); step++)
        {
            await office.CompleteOpenAsync(dossier);
            await office.RunDueJobsAsync();
            await office.DeliverEventsAsync();
        }

        Assert.Empty(await office.AskAsync<ApprovalsDbContext, List<string>>(c => c.Incidents.Where(i => c.Instances.Any(x => x.Id == i.InstanceId && x.DossierId == dossier)).Select(i => i.Code + " " + i.Detail).ToListAsync()));
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.State != TaskState.Done);
        Assert.Single((await office.RaisedAsync<ProcessCompleted>()), e => e.DossierId == dossier);
    }

    [Fact]
    public async Task Accept_ProcedureWithoutItsOwnProcess_TakesTheDefaultOfTheLevelWithShareOfTheTerm()
    {
        var dossier = await office.AcceptAsync("1.999999");

        var task = await office.OpenTaskAsync(dossier);
        Assert.Equal(("tham_dinh", (int)(176 * 60 * 0.6)), (task.Element, task.AllowedMinutes));
    }

    [Fact]
    public async Task Accept_EventDeliveredTwice_StartsOneProcess()
    {
        var dossier = await office.AcceptAsync();
        await office.RaiseAsync(new OneStop.Dossiers.Contracts.Events.DossierAccepted(
            dossier, "x", "1.001776", "x", "x", "1.001776", "x", "00001", Guid.NewGuid(), "online", office.Clock.Now, null, Guid.NewGuid(), "x", new Dictionary<string, string>()));
        await office.DeliverEventsAsync();

        Assert.Equal(2, (await office.TasksAsync(dossier)).Count);
    }

    [Fact]
    public async Task Complete_ByTwoColleaguesAtOnce_OneDoesItTheOtherIsTold()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var people = Enumerable.Range(0, 2).Select(_ => office.HolderOf(task)).ToList();

        var results = await Task.WhenAll(people.Select(by => Task.Run(() => office.CompleteAsync(task, by))));

        Assert.Single(results, r => r.IsSuccess);
        Assert.Equal(ApprovalErrors.AlreadyDone, results.Single(r => r.IsFailure).Error.Code);
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "xa_ky");
    }

    [Fact]
    public async Task Complete_SameCommandSentTwiceAtOnce_IsDoneOnce()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        var (by, command) = (office.HolderOf(task), Guid.NewGuid());

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.CompleteAsync(task, by, command))));

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "xa_ky");
        Assert.Single((await office.RaisedAsync<StepCompleted>()), e => e.TaskId == task.Id);
    }

    [Fact]
    public async Task Complete_BothBranchesAtOnce_JoinsOnce()
    {
        await RichProcess.DeployAsync(office, "test.branches", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t"><process id="p"><extensionElements><os:process key="test.branches"/></extensionElements>
              <startEvent id="s"/><parallelGateway id="tach"/><parallelGateway id="nhap"/>
              <userTask id="tiep_nhan" name="Tiếp nhận"><extensionElements><os:step level="xa" role="desk_clerk" deed="receive"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
              <userTask id="tham_dinh" name="Thẩm định"><extensionElements><os:step level="xa" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
              <userTask id="y_kien" name="Ý kiến"><extensionElements><os:step level="huyen" role="officer"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
              <userTask id="duyet" name="Duyệt"><extensionElements><os:step level="xa" role="department_head"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>
              <sequenceFlow id="f0" sourceRef="s" targetRef="tiep_nhan"/><sequenceFlow id="f1" sourceRef="tiep_nhan" targetRef="tach"/><sequenceFlow id="f2" sourceRef="tach" targetRef="tham_dinh"/><sequenceFlow id="f3" sourceRef="tach" targetRef="y_kien"/>
              <sequenceFlow id="f4" sourceRef="tham_dinh" targetRef="nhap"/><sequenceFlow id="f5" sourceRef="y_kien" targetRef="nhap"/><sequenceFlow id="f6" sourceRef="nhap" targetRef="duyet"/>
            </process></definitions>
            """);
        var dossier = await office.AcceptAsync("test.branches");
        var branches = (await office.TasksAsync(dossier)).Where(t => t.IsOpen).ToList();
        Assert.Equal(["tham_dinh", "y_kien"], branches.Select(t => t.Element).Order());

        var results = await Task.WhenAll(branches.Select(task => Task.Run(() => office.CompleteAsync(task, office.HolderOf(task)))));

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Equal(["duyet"], (await office.TasksAsync(dossier)).Where(t => t.IsOpen).Select(t => t.Element));
    }
}
