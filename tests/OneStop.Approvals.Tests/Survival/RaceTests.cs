using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Requests;

namespace OneStop.Approvals.Tests.Survival;

/// <summary>Several nodes on one database want the same thing at the same moment.</summary>
public sealed class RaceTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private const string Header =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:os="https://onestop.gov.vn/bpmn/1.0" targetNamespace="t">""";

    [Fact]
    public async Task Complete_TwoNodesTheSameTask_OneDoesItAndTheOtherIsTold()
    {
        await using var first = Node();
        await using var second = Node();
        for (var round = 0; round < 10; round++)
        {
            var dossier = await office.AcceptAsync();
            var task = await office.OpenTaskAsync(dossier);
            var caller = office.HolderOf(task);

            var results = await Task.WhenAll(new[] { first, second }.Select(node => Task.Run(() => node.GetRequiredService<ISystemDispatcher>().SendAs(
                caller, new CompleteTaskCommand(task.Id, Guid.NewGuid(), "approve", null, ApprovalsOffice.Answers)))));

            Assert.Single(results, result => result.IsSuccess);
            Assert.Equal(ApprovalErrors.AlreadyDone, results.Single(result => result.IsFailure).Error.Code);
            Assert.Equal(1, await HistoryAsync(task.InstanceId, HistoryKind.Completed, task.Element));
        }
    }

    [Fact]
    public async Task Timer_FiveNodesWantIt_FiresOnce()
    {
        await DeployTimersAsync("test.timer", 1);
        var nodes = Enumerable.Range(0, 5).Select(_ => Node()).ToList();
        try
        {
            for (var round = 0; round < 10; round++)
            {
                var dossier = await office.AcceptAsync("test.timer");
                office.Clock.Advance(TimeSpan.FromHours(2));

                await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetRequiredService<DueJobWorker>().RunDueAsync(CancellationToken.None))));

                var instance = await InstanceAsync(dossier);
                Assert.Equal(1, await HistoryAsync(instance, HistoryKind.TimerFired, "w"));
            }
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Clock_JumpsOverAThousandTimers_EachFiresOnce()
    {
        await DeployTimersAsync("test.timers", 100);
        var dossiers = new List<Guid>();
        for (var i = 0; i < 10; i++)
            dossiers.Add(await office.AcceptAsync("test.timers"));
        await using var other = Node();

        office.Clock.Advance(TimeSpan.FromDays(30));
        await Task.WhenAll(DrainAsync(office.Services), DrainAsync(other));

        foreach (var dossier in dossiers)
        {
            var instance = await InstanceAsync(dossier);
            Assert.Equal(100, await HistoryAsync(instance, HistoryKind.TimerFired, "w"));
            Assert.Equal(InstanceStatus.Completed, await office.AskAsync<ApprovalsDbContext, InstanceStatus>(c => c.Instances.Where(i => i.Id == instance).Select(i => i.Status).SingleAsync()));
        }

        static async Task DrainAsync(IServiceProvider node)
        {
            while (await node.GetRequiredService<DueJobWorker>().RunDueAsync(CancellationToken.None) > 0)
            {
            }
        }
    }

    [Fact]
    public async Task Resend_EveryCommandOfAProcess_ChangesNothing()
    {
        await RichProcess.DeployAsync(office);
        var dossier = await office.AcceptAsync(RichProcess.Key);
        for (var step = 0; step < 20 && (await office.TasksAsync(dossier)).Exists(t => t.IsOpen) | await MoveClockAsync(); step++)
        {
            if ((await office.TasksAsync(dossier)).Find(t => t.IsOpen) is not { } task)
                continue;
            var command = DerivedId.From(task.Id, "once");
            Assert.True((await office.CompleteAsync(task, commandId: command)).IsSuccess);
            var before = await SnapshotAsync(dossier);

            Assert.True((await office.CompleteAsync(task, commandId: command)).IsSuccess);

            Assert.Equal(before, await SnapshotAsync(dossier));
        }

        Assert.Equal(RichProcess.Steps, (await office.TasksAsync(dossier)).Select(t => t.Element).Order(StringComparer.Ordinal));

        async Task<bool> MoveClockAsync()
        {
            office.Clock.Advance(TimeSpan.FromMinutes(2));
            return await office.RunDueJobsAsync() > 0;
        }
    }

    private ServiceProvider Node() => SurvivalWorker.Build(office.Provider, office.ConnectionString, office.Clock);

    private Task DeployTimersAsync(string key, int count) => RichProcess.DeployAsync(office, key, $"""
        {Header}<process id="t"><extensionElements><os:process key="{key}"/></extensionElements><startEvent id="s"/>
        <subProcess id="x"><multiInstanceLoopCharacteristics><loopCardinality>{count}</loopCardinality></multiInstanceLoopCharacteristics>
          <intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent></subProcess>
        <sequenceFlow id="f" sourceRef="s" targetRef="x"/></process></definitions>
        """);

    private Task<Guid> InstanceAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, Guid>(c => c.Instances.Where(i => i.DossierId == dossier).Select(i => i.Id).SingleAsync());

    private Task<int> HistoryAsync(Guid instance, HistoryKind kind, string element) =>
        office.AskAsync<ApprovalsDbContext, int>(c => c.History.CountAsync(h => h.InstanceId == instance && h.Kind == kind && h.Element == element));

    private async Task<(string State, int History, int Tasks, int Events)> SnapshotAsync(Guid dossier)
    {
        var instance = await InstanceAsync(dossier);
        return (
            await office.AskAsync<ApprovalsDbContext, string>(c => c.Instances.Where(i => i.Id == instance).Select(i => i.State).SingleAsync()),
            await office.AskAsync<ApprovalsDbContext, int>(c => c.History.CountAsync(h => h.InstanceId == instance)),
            await office.AskAsync<ApprovalsDbContext, int>(c => c.Tasks.CountAsync(t => t.InstanceId == instance)),
            await office.AskAsync<ApprovalsDbContext, int>(c => c.Set<OneStop.Kernel.Events.OutboxMessage>().CountAsync()));
    }
}
