using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.CheckMigration;
using OneStop.Approvals.Features.MigrateInstance;
using OneStop.Approvals.Features.ReadMigration;
using OneStop.Approvals.Features.StartMigration;
using OneStop.Approvals.Jobs;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>Running dossiers go on with another version of their process: tried first, then each in its own transaction.</summary>
public sealed class MigrationTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private static readonly Caller Operator = TestCallers.ProcessAdmin();
    private static int processes;

    [Fact]
    public async Task Check_ProposesAMappingAndTellsOfEachInstanceWhetherItCanGo()
    {
        var (from, to, key) = await VersionsAsync();
        var stays = await office.AcceptAsync(key);
        var goes = await office.AcceptAsync(key);
        await office.CompleteOpenAsync(goes, "xem");

        var report = await office.DoAs(Operator, new CheckMigrationQuery(from, to, null));

        Assert.Equal((key, 1, 2, 2), (report.Key, report.FromNumber, report.ToNumber, report.Running));
        Assert.Equal("ky", report.Elements.Single(e => e.Element == "ky").To);
        Assert.Null(report.Elements.Single(e => e.Element == "xem").To);
        Assert.Equal([MigrationProblem.ElementMissing], report.Instances.Single(i => i.DossierId == stays).Problems.Select(p => p.Code));
        Assert.Empty(report.Instances.Single(i => i.DossierId == goes).Problems);
        Assert.Equal(from, await VersionOfAsync(goes));
    }

    [Fact]
    public async Task Start_MovesWhatFitsKeepsTasksDuesAndTimersAndReportsWhatStays()
    {
        var (from, to, key) = await VersionsAsync();
        var stays = await office.AcceptAsync(key);
        var goes = await office.AcceptAsync(key);
        await office.CompleteOpenAsync(goes, "xem");
        var before = await office.OpenTaskAsync(goes);
        var timer = await TimerAsync(goes);
        office.Clock.Advance(TimeSpan.FromMinutes(30));

        var run = await StartAsync(from, to);
        await RunAsync();

        var after = await office.OpenTaskAsync(goes);
        Assert.Equal((before.Id, before.DueAt, before.EnteredAt, "lam", to), (after.Id, after.DueAt, after.EnteredAt, after.Element, after.ProcessVersionId));
        Assert.Equal((timer.Id, timer.DueAt), ((await TimerAsync(goes)).Id, (await TimerAsync(goes)).DueAt));
        Assert.Equal((from, to), (await VersionOfAsync(stays), await VersionOfAsync(goes)));
        var progress = await office.DoAs(Operator, new ReadMigrationQuery(run));
        Assert.Equal((0, 1, 1, 2), (progress.Waiting, progress.Moved, progress.Refused, progress.Total));
        Assert.Equal((MigrationOutcome.Refused, MigrationProblem.ElementMissing, "xem"), progress.Staying.Select(s => (s.Outcome, s.Code, s.Detail)).Single());
        var deed = await office.AskAsync<ApprovalsDbContext, OperatorDeed>(c => c.OperatorDeeds.AsNoTracking().SingleAsync(d => c.Instances.Any(i => i.Id == d.InstanceId && i.DossierId == goes)));
        Assert.Equal((OperatorDeeds.Migrate, $"{key} 2", Operator.Name, "Quy trình mới"), (deed.Kind, deed.To, deed.ActorName, deed.Why));

        // The next step is that of the new version, and the whole goes to its end once.
        await office.CompleteOpenAsync(goes, "lam");
        await office.CompleteOpenAsync(goes, "soat");
        await office.CompleteOpenAsync(goes, "ky");
        Assert.Single(await office.RaisedAsync<ProcessCompleted>(), e => e.DossierId == goes);
        Assert.Single((await office.RaisedAsync<StepEntered>()), e => e.DossierId == goes && e.Element == "lam");
    }

    [Fact]
    public async Task Start_WithAnEditedMapping_TakesStepsUnderNewNames()
    {
        var (from, to, key) = await VersionsAsync();
        var dossier = await office.AcceptAsync(key);
        var mapping = new Dictionary<string, string>(await ProposedAsync(from, to)) { ["xem"] = "xem_xet" };

        Assert.Empty((await office.DoAs(Operator, new CheckMigrationQuery(from, to, mapping))).Instances.Single(i => i.DossierId == dossier).Problems);
        await office.DoAs(Operator, new StartMigrationCommand(Guid.NewGuid(), from, to, mapping, "Đổi tên bước"));
        await RunAsync();

        var task = await office.OpenTaskAsync(dossier);
        Assert.Equal(("xem_xet", "Xem xét hồ sơ"), (task.Element, task.StepName));
        var renamed = Assert.Single(await office.RaisedAsync<StepRenamed>(), e => e.DossierId == dossier);
        Assert.Equal((task.Id, "xem_xet", "Xem xét hồ sơ"), (renamed.TaskId, renamed.Element, renamed.StepName));
        Assert.True((await office.CompleteAsync(task)).IsSuccess);
        Assert.Equal("lam", (await office.OpenTaskAsync(dossier)).Element);
    }

    [Fact]
    public async Task Items_TakenByTwoNodesAtOnceAndAgain_AreDoneOnce()
    {
        var (from, to, key) = await VersionsAsync();
        var dossier = await office.AcceptAsync(key);
        await office.CompleteOpenAsync(dossier, "xem");
        var run = await StartAsync(from, to);
        Assert.Equal(run, await office.DoAs(Operator, new StartMigrationCommand(run, from, to, await ProposedAsync(from, to), "Quy trình mới")));
        var item = await office.AskAsync<ApprovalsDbContext, Guid>(c => c.MigrationItems.Where(i => i.RunId == run).Select(i => i.Id).SingleAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.SendAs(Caller.System, new MigrateInstanceCommand(item)))));

        Assert.All(results, r => Assert.True(r.IsSuccess));
        Assert.Equal(1, await office.AskAsync<ApprovalsDbContext, int>(c => c.History.CountAsync(h => h.Kind == HistoryKind.Migrated && c.Instances.Any(i => i.Id == h.InstanceId && i.DossierId == dossier))));
        Assert.Single(await office.TasksAsync(dossier), t => t.Element == "lam");
    }

    [Fact]
    public async Task Start_WithAMappingThatDoesNotFitOrWithoutReason_IsRefused()
    {
        var (from, to, _) = await VersionsAsync();
        var (other, _, _) = await VersionsAsync();
        var none = new Dictionary<string, string>();

        Assert.Equal(ApprovalErrors.NothingToMigrate, await CodeAsync(new StartMigrationCommand(Guid.NewGuid(), from, to, none, "Thử")));
        Assert.Equal(ApprovalErrors.OtherProcess, await CodeAsync(new StartMigrationCommand(Guid.NewGuid(), from, other, none, "Thử")));
        Assert.Equal(ApprovalErrors.SameVersion, await CodeAsync(new StartMigrationCommand(Guid.NewGuid(), from, from, none, "Thử")));
        Assert.Equal(ApprovalErrors.VersionMissing, await CodeAsync(new StartMigrationCommand(Guid.NewGuid(), from, Guid.NewGuid(), none, "Thử")));
        Assert.Equal(ApprovalErrors.MappingWrong, await CodeAsync(new StartMigrationCommand(Guid.NewGuid(), from, to, new Dictionary<string, string> { ["lam"] = "ky" }, "Thử")));
        Assert.Equal(ApprovalErrors.ReasonRequired, await CodeAsync(new StartMigrationCommand(Guid.NewGuid(), from, to, none, " ")));
        Assert.Equal(ApprovalErrors.MigrationMissing, (await office.SendAs(Operator, new ReadMigrationQuery(Guid.NewGuid()))).Error.Code);
    }

    [Fact]
    public async Task Migration_IsTheProcessAdministratorsAlone()
    {
        var (from, to, _) = await VersionsAsync();
        foreach (var (role, caller) in TestCallers.OneOfEach(TestCallers.Ward).Where(pair => pair.Key != Roles.ProcessAdmin))
        {
            Assert.True((await office.SendAs(caller, new CheckMigrationQuery(from, to, null))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new StartMigrationCommand(Guid.NewGuid(), from, to, new Dictionary<string, string>(), "x"))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new ReadMigrationQuery(Guid.NewGuid()))).Error.Kind == ErrorKind.Forbidden, role);
        }

        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(Operator, new MigrateInstanceCommand(Guid.NewGuid()))).Error.Kind);
    }

    // The second version renames the first step and adds a check before the signature.
    private async Task<(Guid From, Guid To, string Key)> VersionsAsync()
    {
        var key = $"test.moves{Interlocked.Increment(ref processes)}";
        var first = StoppingProcess.Xml.Replace(StoppingProcess.Key, key, StringComparison.Ordinal).Replace("<conditionExpression>n &gt; 1</conditionExpression>", "", StringComparison.Ordinal)
            .Replace("""<sequenceFlow id="f3" """, """<boundaryEvent id="tre" attachedToRef="lam" cancelActivity="false"><timerEventDefinition><timeDuration>PT20H</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="f6" sourceRef="tre" targetRef="nhac"/><manualTask id="nhac"/><sequenceFlow id="f3" """, StringComparison.Ordinal);
        var second = first.Replace("\"xem\" name=\"Xem xét\"", "\"xem_xet\" name=\"Xem xét hồ sơ\"", StringComparison.Ordinal).Replace("\"xem\"", "\"xem_xet\"", StringComparison.Ordinal)
            .Replace("""<sequenceFlow id="f3" sourceRef="lam" targetRef="ky"/>""", """<sequenceFlow id="f3" sourceRef="lam" targetRef="soat"/><userTask id="soat" name="Soát"><extensionElements><os:step level="xa" role="department_head"/><os:action kind="approve" label="Xong"/></extensionElements></userTask><sequenceFlow id="f7" sourceRef="soat" targetRef="ky"/>""", StringComparison.Ordinal);
        await RichProcess.DeployAsync(office, key, first);
        var from = await office.AskAsync<ApprovalsDbContext, Guid>(c => c.ProcessVersions.Where(v => v.Key == key).Select(v => v.Id).SingleAsync());
        // In force from a later day, so that dossiers still start on the first.
        await RichProcess.DeployAsync(office, key, second, new DateOnly(2090, 1, 1));
        var to = await office.AskAsync<ApprovalsDbContext, Guid>(c => c.ProcessVersions.Where(v => v.Key == key && v.Number == 2).Select(v => v.Id).SingleAsync());
        return (from, to, key);
    }

    private async Task<IReadOnlyDictionary<string, string>> ProposedAsync(Guid from, Guid to) =>
        (await office.DoAs(Operator, new CheckMigrationQuery(from, to, null))).Elements.Where(e => e.To is not null).ToDictionary(e => e.Element, e => e.To!);

    private async Task<Guid> StartAsync(Guid from, Guid to) =>
        await office.DoAs(Operator, new StartMigrationCommand(Guid.NewGuid(), from, to, await ProposedAsync(from, to), "Quy trình mới"));

    private async Task RunAsync()
    {
        while (await office.Services.GetRequiredService<MigrationWorker>().RunDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    private async Task<string> CodeAsync(StartMigrationCommand command) => (await office.SendAs(Operator, command)).Error.Code;

    private Task<Guid> VersionOfAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, Guid>(c => c.Instances.Where(i => i.DossierId == dossier).Select(i => i.ProcessVersionId).SingleAsync());

    private Task<ProcessJob> TimerAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, ProcessJob>(
        c => c.Jobs.AsNoTracking().SingleAsync(j => j.Kind == JobKind.Timer && c.Instances.Any(i => i.Id == j.InstanceId && i.DossierId == dossier)));
}
