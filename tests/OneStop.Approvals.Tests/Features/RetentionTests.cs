using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.ListRetention;
using OneStop.Approvals.Features.PurgeFinished;
using OneStop.Approvals.Features.ReadWay;
using OneStop.Approvals.Features.SetRetention;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Features;

/// <summary>What the engine remembers of finished dossiers goes when its time is over, and only that.</summary>
public sealed class RetentionTests(ApprovalsOffice office) : IClassFixture<ApprovalsOffice>
{
    private static readonly Caller Operator = TestCallers.ProcessAdmin();
    private static int processes;

    [Fact]
    public async Task Purge_AfterTheDays_RemovesStateAndHistoryAndKeepsStepsAndAccess()
    {
        var key = await DeployAsync();
        var (old, officer) = await FinishAsync(key);
        var task = (await office.TasksAsync(old)).Last();
        office.Clock.Advance(TimeSpan.FromDays(31));
        var (young, _) = await FinishAsync(key);
        var running = await office.AcceptAsync(key);
        // By default everything stays.
        Assert.Equal(0, await office.DoAs(Caller.System, new PurgeFinished()));

        var preview = await office.DoAs(Operator, new PreviewRetentionQuery(key, 30));
        Assert.Equal((1, await LinesAsync(old)), (preview.Instances, preview.HistoryLines));
        Assert.Single(preview.Dossiers);
        await office.DoAs(Operator, new SetRetentionCommand(key, 30, 1, 0, "Quy chế lưu trữ"));
        Assert.Equal(1, await office.DoAs(Caller.System, new PurgeFinished()));
        Assert.Equal(0, await office.DoAs(Caller.System, new PurgeFinished()));

        var purged = await InstanceAsync(old);
        Assert.Equal(("", office.Clock.Now), (purged.State, purged.PurgedAt));
        Assert.Equal(0, await LinesAsync(old));
        Assert.True(await LinesAsync(young) > 0 && await LinesAsync(running) > 0);
        Assert.NotEqual("", (await InstanceAsync(running)).State);
        // What others need: who may read the dossier, the steps with their times, and no second start.
        Assert.True(await office.AskAsync<ITaskAccess, bool>(a => a.MayReadAsync(officer, old, default)));
        var way = await office.DoAs(Operator, new ReadWayQuery(old));
        Assert.Equal((purged.PurgedAt, 2), (way.PurgedAt, way.Steps.Count));
        Assert.Equal(ErrorKind.Conflict, (await office.CompleteAsync(task)).Error.Kind);
        await office.CompleteOpenAsync(running, "xem");
    }

    [Fact]
    public async Task Purge_OfMany_GoesInSmallBatches()
    {
        var key = await DeployAsync();
        var (dossier, _) = await FinishAsync(key);
        const int more = PurgeFinished.Most + 1;
        await office.InScopeAsync(async services =>
        {
            var context = (ApprovalsDbContext)services.GetService(typeof(ApprovalsDbContext))!;
            var ended = await context.Instances.AsNoTracking().SingleAsync(i => i.DossierId == dossier);
            context.Instances.AddRange(Enumerable.Range(0, more).Select(_ => new ProcessInstance
            {
                Id = Guid.CreateVersion7(), ProcessVersionId = ended.ProcessVersionId, DossierId = Guid.CreateVersion7(), SubjectId = Guid.CreateVersion7(), DossierCode = ended.DossierCode,
                ProcedureCode = "", ProcedureName = "", Field = "", ApplicantName = "", PlaceCode = "", StartedAt = ended.StartedAt, EndedAt = ended.EndedAt, State = "kept", Status = ended.Status,
            }));
            await context.SaveChangesAsync();
        });
        office.Clock.Advance(TimeSpan.FromDays(31));
        await office.DoAs(Operator, new SetRetentionCommand(key, 30, more + 1, 0, "Quy chế lưu trữ"));

        Assert.Equal(PurgeFinished.Most, await office.DoAs(Caller.System, new PurgeFinished()));
        Assert.InRange(await office.DoAs(Caller.System, new PurgeFinished()), 2, PurgeFinished.Most - 1);
        Assert.Equal(0, await office.DoAs(Caller.System, new PurgeFinished()));
    }

    [Fact]
    public async Task Purge_WhileAnythingOfTheDossierRuns_Waits()
    {
        var key = await DeployAsync();
        var (dossier, _) = await FinishAsync(key);
        await office.InScopeAsync(async services =>
        {
            var context = (ApprovalsDbContext)services.GetService(typeof(ApprovalsDbContext))!;
            var ended = await context.Instances.AsNoTracking().SingleAsync(i => i.DossierId == dossier);
            context.Instances.Add(new ProcessInstance
            {
                Id = Guid.CreateVersion7(), ProcessVersionId = ended.ProcessVersionId, DossierId = dossier, SubjectId = Guid.NewGuid(), Matter = "apology", DossierCode = ended.DossierCode, ProcedureCode = "",
                ProcedureName = "", Field = "", ApplicantName = "", PlaceCode = "", StartedAt = office.Clock.Now, State = "", Status = InstanceStatus.Running,
            });
            await context.SaveChangesAsync();
        });
        office.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(0, (await office.DoAs(Operator, new PreviewRetentionQuery(key, 30))).Instances);
    }

    [Fact]
    public async Task Set_WithoutHavingSeenWhatGoes_IsRefused()
    {
        var key = await DeployAsync();
        await FinishAsync(key);
        office.Clock.Advance(TimeSpan.FromDays(10));

        var unseen = await office.SendAs(Operator, new SetRetentionCommand(key, 5, null, 0, "Lưu trữ"));
        Assert.Equal((ApprovalErrors.RetentionNotShown, 1), (unseen.Error.Code, unseen.Error.Args![0]));
        Assert.Equal(("Days", ApprovalErrors.RetentionDays), await FieldAsync(new SetRetentionCommand(key, 0, 0, 0, "Lưu trữ")));
        Assert.Equal(("Why", ApprovalErrors.ReasonRequired), await FieldAsync(new SetRetentionCommand(key, 5, 1, 0, "")));
        Assert.Equal(ApprovalErrors.VersionMissing, (await office.SendAs(Operator, new SetRetentionCommand("nowhere", 5, 0, 0, "x"))).Error.Code);
        Assert.Equal(ApprovalErrors.RetentionDays, (await office.SendAs(Operator, new PreviewRetentionQuery(key, null))).Error.Code);

        await office.DoAs(Operator, new SetRetentionCommand(key, 5, 1, 0, "Lưu trữ"));
        Assert.Equal(CommonErrors.ChangedMeanwhile, (await office.SendAs(Operator, new SetRetentionCommand(key, null, null, 7, "Giữ lại"))).Error.Code);
        await office.DoAs(Operator, new SetRetentionCommand(key, null, null, 0, "Giữ lại"));
        var row = (await office.DoAs(Operator, new ListRetentionQuery())).Single(r => r.Key == key);
        Assert.Equal((null, "Giữ lại", Operator.Name), (row.Days, row.Why, row.ChangedByName));
        Assert.Equal(0, await office.DoAs(Caller.System, new PurgeFinished()));
    }

    [Fact]
    public async Task Retention_IsTheProcessAdministratorsAlone()
    {
        var key = await DeployAsync();
        foreach (var (role, caller) in TestCallers.OneOfEach(TestCallers.Ward).Where(pair => pair.Key != Roles.ProcessAdmin))
        {
            Assert.True((await office.SendAs(caller, new ListRetentionQuery())).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new PreviewRetentionQuery(key, 30))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await office.SendAs(caller, new SetRetentionCommand(key, 30, 0, 0, "x"))).Error.Kind == ErrorKind.Forbidden, role);
        }

        Assert.Equal(ErrorKind.Forbidden, (await office.SendAs(Operator, new PurgeFinished())).Error.Kind);
    }

    private async Task<string> DeployAsync()
    {
        var key = $"test.keeps{Interlocked.Increment(ref processes)}";
        await RichProcess.DeployAsync(office, key, StoppingProcess.Xml.Replace(StoppingProcess.Key, key, StringComparison.Ordinal)
            .Replace("<conditionExpression>n &gt; 1</conditionExpression>", "", StringComparison.Ordinal).Replace("targetRef=\"ky\"", "targetRef=\"xong\"", StringComparison.Ordinal)
            .Replace("<sequenceFlow id=\"f4\" sourceRef=\"ky\" targetRef=\"xong\"/>", "", StringComparison.Ordinal)
            .Replace("<userTask id=\"ky\" name=\"Ký\"><extensionElements><os:step level=\"xa\" role=\"agency_leader\" deed=\"sign_result\"/><os:action kind=\"approve\" label=\"Ký\"/></extensionElements></userTask>", "", StringComparison.Ordinal));
        return key;
    }

    private async Task<(Guid Dossier, Caller Officer)> FinishAsync(string key)
    {
        var dossier = await office.AcceptAsync(key);
        var officer = office.HolderOf(await office.OpenTaskAsync(dossier));
        Assert.True((await office.CompleteAsync(await office.OpenTaskAsync(dossier), officer)).IsSuccess);
        Assert.True((await office.CompleteAsync(await office.OpenTaskAsync(dossier), officer)).IsSuccess);
        return (dossier, officer);
    }

    private async Task<(string?, string)> FieldAsync(SetRetentionCommand command)
    {
        var result = await office.SendAs(Operator, command);
        return (result.Error.Field, result.Error.Code);
    }

    private Task<ProcessInstance> InstanceAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, ProcessInstance>(c => c.Instances.AsNoTracking().SingleAsync(i => i.DossierId == dossier));

    private Task<int> LinesAsync(Guid dossier) => office.AskAsync<ApprovalsDbContext, int>(c => c.History.CountAsync(h => c.Instances.Any(i => i.Id == h.InstanceId && i.DossierId == dossier)));
}
