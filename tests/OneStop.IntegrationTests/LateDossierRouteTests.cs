using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskSupplement;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Jobs;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AnswerSupplement;
using OneStop.Dossiers.Features.CountApologies;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Jobs;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts;
using OneStop.TestKit;
using Xunit;

namespace OneStop.IntegrationTests;

// One dossier of the demonstration through supplement, pause, breach, apology and signed result, in the whole product, with the clock moved by hand.
public sealed class LateDossierRouteTests : IAsyncLifetime
{
    private const string Reason = "Phường chưa có kết quả niêm yết và xác minh hoàn cảnh gia đình";
    private readonly SeededSystem system = new();
    private Guid dossierId;

    public Task InitializeAsync() => system.InitializeAsync();

    public Task DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task Dossier_ThroughSupplementPauseBreachAndApology_EndsWithASignedResultAndEveryDateExplained()
    {
        var owner = await FindAsync();
        var accepted = await ReadAsync();
        Assert.NotNull(accepted.LateAt);
        var officerTask = await OpenTaskAsync();
        var officer = await HolderAsync(officerTask);

        // Supplement: the clock stands still for three days, and the appointment moves by them.
        Assert.False((await system.DoAs(officer, Ask(officerTask))).WaitsForConsent);
        await system.DeliverEventsAsync();
        Assert.Equal(DossierStatus.SupplementAsked, (await ReadAsync()).Status);
        system.Clock.Advance(TimeSpan.FromDays(3));
        await system.DoAs(owner, new AnswerSupplement(dossierId, "Đã bổ sung giấy xác nhận"));
        await system.DeliverEventsAsync();
        var resumed = await ReadAsync();
        Assert.True(resumed.LegalDueAt > accepted.LegalDueAt);

        // A second request of the same agency needs the head, who refuses: nothing reaches the citizen and nothing stands still.
        Assert.True((await system.DoAs(officer, Ask(officerTask))).WaitsForConsent);
        var consent = await OpenTaskAsync("dong_y_bo_sung");
        await system.DoAs(await HolderAsync(consent), new CompleteTaskCommand(consent.Id, Guid.NewGuid(), MatterActions.Refuse, "Giấy này đã có trong hồ sơ", new Dictionary<string, string>()));
        await system.DeliverEventsAsync();
        Assert.Equal((DossierStatus.Processing, 1), ((await ReadAsync()).Status, (await ReadAsync()).SupplementCount));

        // Warning, then breach.
        system.Clock.SetTo(resumed.WarnAt!.Value);
        Assert.Equal(1, await WatchAsync());
        Assert.Single(await system.RaisedAsync<DeadlineNear>(), e => e.DossierId == dossierId);
        Assert.Contains(await system.RaisedAsync<NotificationRequested>(), n => n.AccountId == officer.Id && n.Subject.Vi.Contains("sắp đến hạn trả", StringComparison.Ordinal));
        system.Clock.SetTo(resumed.LateAt!.Value.AddHours(9));
        Assert.Equal(1, await WatchAsync());
        var late = await ReadAsync();
        Assert.Equal((resumed.LegalDueAt, DueClass.Overdue), (late.LegalDueAt, late.ClassAt(system.Clock.Now)));

        // The head is slow: the district hears of it.
        var signing = await OpenTaskAsync("ky_xin_loi");
        Assert.Equal(Roles.AgencyLeader, signing.Role);
        system.Clock.SetTo(signing.LateAt!.Value);
        await RunDueJobsAsync();
        Assert.NotNull((await ApologyAsync()).EscalatedTo);

        // A day of rest is no appointment; a working day is.
        var leader = await HolderAsync(signing);
        var workday = NextDay(DayOfWeek.Wednesday);
        var refused = await system.SendAs(leader, Sign(signing, workday.AddDays(3)));
        Assert.Equal((ApologyErrors.OutsideOfficeHours, StepFields.NewDueTime), (refused.Error.Code, refused.Error.Field));
        await system.DoAs(leader, Sign(signing, workday));
        await system.DeliverEventsAsync();
        var moved = await ReadAsync();
        Assert.Equal(VietnamTime.FromVietnam(workday, new TimeOnly(15, 0)), moved.DueAt);
        Assert.Equal((resumed.LegalDueAt, DueClass.Overdue, accepted.OriginalDueAt), (moved.LegalDueAt, moved.ClassAt(system.Clock.Now), moved.OriginalDueAt));
        Assert.Contains(moved.Files, f => f.ComponentKey == "mau-04");

        // Being late never blocks the result.
        await WorkToTheEndAsync();
        var done = await ReadAsync();
        Assert.Equal((DossierStatus.Returned, DueClass.Late), (done.Status, done.ClassAt(system.Clock.Now)));
        Assert.Contains(done.Files, f => f.Kind == DossierFileKind.Result);
        Assert.Equal(ChainFault.None, HistoryChain.Verify(done.History, done.HistoryCount, done.LastHistoryHash).Fault);

        // Every date is explained to the owner.
        var view = await system.DoAs(owner, new ReadMyDossier(dossierId));
        foreach (var kind in new[] { LineKind.Received, LineKind.Term, LineKind.Due, LineKind.LeftOut, LineKind.Reappointed })
            Assert.Contains(view.Why, line => line.Kind == kind);
        Assert.Equal([LatenessKind.Breach, LatenessKind.ApologySigned], view.Lateness.Select(l => l.Kind));
        Assert.Contains(Reason, view.Lateness[1].Text, StringComparison.Ordinal);
        var unit = Assert.Single((await system.DoAs(Caller.Anonymous, new CountApologies(ApologyPeriod.Year))).Units, u => u.Late > 0);
        // Another dossier of the demonstration was left lying all the while; its apology still waits.
        Assert.Equal((2, 0, 1, 1), (unit.Late, unit.SignedInTime, unit.SignedLate, unit.Waiting));
    }

    private static AskSupplementCommand Ask(WorkTask task) => new(task.Id, Guid.NewGuid(), ["Giấy xác nhận khuyết tật"], "Bản chụp mờ, không đọc được số", null, null);

    private static CompleteTaskCommand Sign(WorkTask task, DateOnly day) => new(
        task.Id, Guid.NewGuid(), MatterActions.Approve, null,
        new Dictionary<string, string> { [StepFields.ApologyReason] = Reason, [StepFields.NewDueDay] = day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), [StepFields.NewDueTime] = "15:00" });

    private async Task<Caller> FindAsync()
    {
        await system.DeliverEventsAsync();
        var found = await system.AskAsync<DossiersDbContext, Dossier>(c => c.Dossiers.AsNoTracking().FirstAsync(d => d.ClientKey == "demo-tro-cap-2"));
        dossierId = found.Id;
        return new Caller(found.OwnerId, found.Applicant.Name, CallerKind.Citizen, [new Assignment(Roles.Citizen, Reach.Own, Guid.Empty, "")]);
    }

    private async Task WorkToTheEndAsync()
    {
        var answers = new Dictionary<string, string>
        {
            [StepFields.ResultTitle] = "QUYẾT ĐỊNH", [StepFields.ResultSubject] = "Về việc trợ cấp", [StepFields.ResultBody] = "Điều 1. Trợ cấp.", [StepFields.DocumentSymbol] = "QĐ-SLĐTBXH",
        };
        for (var step = 0; step < 20 && (await TasksAsync()).Any(t => t.IsOpen); step++)
        {
            var task = await OpenTaskAsync();
            await system.DoAs(await HolderAsync(task), new CompleteTaskCommand(task.Id, Guid.NewGuid(), StepOutcomes.Approve, null, answers));
            system.Clock.Advance(TimeSpan.FromMinutes(20));
            await system.DeliverEventsAsync();
        }
    }

    private DateOnly NextDay(DayOfWeek wanted)
    {
        var day = system.Clock.Now.VietnamDate().AddDays(1);
        while (day.DayOfWeek != wanted)
            day = day.AddDays(1);
        return day;
    }

    private Task<Dossier> ReadAsync() => system.AskAsync<DossiersDbContext, Dossier>(c => c.Dossiers.AsNoTracking()
        .Include(d => d.Files).Include(d => d.History).Include(d => d.Steps).AsSplitQuery().FirstAsync(d => d.Id == dossierId));

    private Task<Apology> ApologyAsync() => system.AskAsync<DossiersDbContext, Apology>(c => c.Apologies.AsNoTracking().SingleAsync(a => a.DossierId == dossierId));

    private Task<List<WorkTask>> TasksAsync() =>
        system.AskAsync<ApprovalsDbContext, List<WorkTask>>(c => c.Tasks.AsNoTracking().Where(t => t.DossierId == dossierId).OrderBy(t => t.EnteredAt).ThenBy(t => t.Id).ToListAsync());

    private async Task<WorkTask> OpenTaskAsync(string? element = null) => (await TasksAsync()).Last(t => t.IsOpen && (element is null || t.Element == element));

    private async Task<Caller> HolderAsync(WorkTask task)
    {
        var posts = await system.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(o =>
            o.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, system.Clock.Now.VietnamDate(), default));
        var post = posts.First(p => p.HolderId is not null);
        return new Caller(
            post.HolderId, post.HolderName!, CallerKind.Staff,
            [new Assignment(post.Role, Reach.Unit, post.AgencyId, post.AgencyPath, post.DepartmentId, post.Id, post.Title)]);
    }

    private async Task<int> WatchAsync()
    {
        var said = await system.Services.GetRequiredService<WatchDeadlinesJob>().RunAsync(default);
        await system.DeliverEventsAsync();
        // Other dossiers of the demonstration have deadlines of their own.
        return said > 0 ? 1 : 0;
    }

    private async Task RunDueJobsAsync()
    {
        while (await system.Services.GetRequiredService<DueJobWorker>().RunDueAsync(default) > 0)
            await system.DeliverEventsAsync();
        await system.DeliverEventsAsync();
    }

    private sealed class SeededSystem : TestSystem
    {
        protected override TestSeed Seed => TestSeed.Dossiers;
    }
}
