using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Tests.Office;

namespace OneStop.Approvals.Tests.Features;

/// <summary>What the full engine brings, through the shell and its tables.</summary>
public sealed class RichProcessTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private const string Start =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t"><signal id="g1" name="holiday"/>""";

    [Fact]
    public async Task Run_SubProcessInstancesTimersAndCalledProcess_ReachesItsEnd()
    {
        await RichProcess.DeployAsync(office);
        var dossier = await office.AcceptAsync(RichProcess.Key);
        Assert.Equal(3, (await office.TasksAsync(dossier)).Count(t => t is { Element: "y_kien", IsOpen: true }));

        for (var i = 0; i < 3; i++)
            await office.CompleteOpenAsync(dossier, "y_kien");
        // The step stands in another process, deployed from another file.
        await office.CompleteOpenAsync(dossier, "phu_luc");
        Assert.DoesNotContain(await office.TasksAsync(dossier), t => t.IsOpen);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.RunDueJobsAsync();
        await office.CompleteOpenAsync(dossier, "ky");

        Assert.Equal(RichProcess.Steps, (await office.TasksAsync(dossier)).Where(t => t.State == TaskState.Done).Select(t => t.Element).Order(StringComparer.Ordinal));
        Assert.Single(await office.RaisedAsync<ProcessCompleted>(), e => e.DossierId == dossier);
        Assert.Equal(0, await office.AskAsync<ApprovalsDbContext, int>(c => c.Jobs.CountAsync(j => c.Instances.Any(i => i.Id == j.InstanceId && i.DossierId == dossier))));
    }

    [Fact]
    public async Task Signal_ThrownByOneDossier_MovesAnotherThatListensAndNobodyElse()
    {
        await RichProcess.DeployAsync(office, "test.listens", $"""
            {Start}<process id="l"><extensionElements><os:process key="test.listens"/></extensionElements>
            <startEvent id="s"/><intermediateCatchEvent id="w"><signalEventDefinition signalRef="g1"/></intermediateCatchEvent>
            <sequenceFlow id="f1" sourceRef="s" targetRef="w"/></process></definitions>
            """);
        await RichProcess.DeployAsync(office, "test.throws", $"""
            {Start}<process id="t"><extensionElements><os:process key="test.throws"/></extensionElements>
            <startEvent id="s"/><endEvent id="e"><signalEventDefinition signalRef="g1"/></endEvent><sequenceFlow id="f1" sourceRef="s" targetRef="e"/></process></definitions>
            """);
        var listener = await office.AcceptAsync("test.listens");
        Assert.Equal(InstanceStatus.Running, await StatusAsync(listener));

        var thrower = await office.AcceptAsync("test.throws");

        Assert.Equal((InstanceStatus.Completed, InstanceStatus.Completed), (await StatusAsync(thrower), await StatusAsync(listener)));
        Assert.Equal(0, await office.AskAsync<ApprovalsDbContext, int>(c => c.SignalSubscriptions.CountAsync()));
    }

    private Task<InstanceStatus> StatusAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, InstanceStatus>(c => c.Instances.Where(i => i.DossierId == dossier).Select(i => i.Status).SingleAsync());
}
