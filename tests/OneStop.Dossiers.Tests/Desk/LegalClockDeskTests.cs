using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Dossiers.Features.AskSupplementAtDesk;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.StopUnanswered;
using OneStop.Dossiers.Tests.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using OneStop.Notifications.Contracts;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class LegalClockDeskTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    // The procedure of these tests waits ten days for a supplement; the tenth day ends at 24:00.
    [Fact]
    public async Task Unanswered_IsStoppedOnlyWhenTheLastDayIsOver_AndTheOwnerIsTold()
    {
        var id = await AskedAsync();
        var last = Assert.Single((await system.ReadAsync(id)).Supplements).StopsAfter!.Value;
        Assert.Equal(system.Clock.Now.VietnamDate().AddDays(10), last);

        await ToAsync(last, new TimeOnly(23, 59));
        await system.DoAs(Caller.System, new StopUnanswered());
        Assert.Equal(DossierStatus.SupplementAsked, (await system.ReadAsync(id)).Status);

        await ToAsync(last.AddDays(1), TimeOnly.MinValue);
        await system.DoAs(Caller.System, new StopUnanswered());

        var stopped = await system.ReadAsync(id);
        Assert.Equal((DossierStatus.Stopped, DossierStage.SupplementTimedOut), (stopped.Status, stopped.Stage));
        Assert.Contains(last.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), stopped.ClosingReason, StringComparison.Ordinal);
        Assert.Single(await system.RaisedAsync<DossierStopped>(), e => e.DossierId == id && e.Reason == "supplement_timeout");
        Assert.Contains(await system.RaisedAsync<NotificationRequested>(), n => n.Subject.Vi.Contains(stopped.Code!, StringComparison.Ordinal) && n.Subject.Vi.Contains("quá hạn bổ sung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unanswered_BeforeAcceptance_IsStoppedToo_ButNeverBeforeTheDayTheDeskGave()
    {
        var id = await system.FileAsync();
        var given = system.Clock.Now.VietnamDate().AddDays(30);
        await system.DoAs(system.Clerk, new AskSupplementAtDesk(id, (await system.ReadAsync(id)).Version, "Giấy xác nhận", "Thiếu giấy xác nhận", given));

        await ToAsync(given, new TimeOnly(12, 0));
        await system.DoAs(Caller.System, new StopUnanswered());
        Assert.Equal(DossierStatus.SupplementAsked, (await system.ReadAsync(id)).Status);

        await ToAsync(given.AddDays(1), new TimeOnly(0, 1));
        await system.DoAs(Caller.System, new StopUnanswered());
        Assert.Equal(DossierStatus.Stopped, (await system.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task StopUnanswered_ByAnybodyButTheSystem_IsRefused() =>
        Assert.Equal(CommonErrors.NotAllowed, (await system.SendAs(system.Clerk, new StopUnanswered())).Error.Code);

    [Fact]
    public async Task Supplement_WhenItCame_IsExplainedToTheOwnerWithLawAndPaper()
    {
        var id = await AskedAsync();
        var before = await system.DoAs(system.Owner, new ReadMyDossier(id));
        Assert.Contains(before.Why, l => l is { Kind: LineKind.WaitingSince, Ground: ClockGround.Supplement });
        Assert.Equal(DueClass.Waiting, before.DueClass);

        system.Clock.Advance(TimeSpan.FromDays(2));
        await system.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<DossiersDbContext>();
            var dossier = await context.Dossiers.Include(d => d.Supplements).FirstAsync(d => d.Id == id);
            var dates = await services.GetRequiredService<DossierClock>().AfterAsync(dossier, ClockGround.Supplement, system.Clock.Now, default);
            Assert.True(dossier.ReceiveSupplement(dates.Value, "Đã nộp đủ", DossierBuilder.Owner, system.Clock.Now).IsSuccess);
            await context.SaveChangesAsync();
        });

        var after = await system.DoAs(system.Owner, new ReadMyDossier(id));
        var line = Assert.Single(after.Why, l => l.Kind == LineKind.LeftOut);
        Assert.Equal(2 * 24 * 60, line.Minutes!.Value, 1.0);
        Assert.False(string.IsNullOrWhiteSpace(line.LegalGround));
        Assert.Contains("Mẫu 02", line.Document, StringComparison.Ordinal);
        Assert.Equal(before.DueAt!.Value.AddDays(2), after.DueAt);
        Assert.Equal((before.DueAt, DeadlineChangeKind.Pause), (after.OriginalDueAt, Assert.Single(after.Deadlines).Kind));
        Assert.DoesNotContain(after.Why, l => l.Kind == LineKind.WaitingSince);
    }

    [Fact]
    public async Task Accept_WhenHolidaysAreNotPlannedThatFar_IsRefusedAndNothingIsPromised()
    {
        var id = await system.FileAsync();
        var today = system.Clock.Now;
        await ToAsync(new DateOnly(2099, 12, 20), new TimeOnly(9, 0));

        var refused = await system.SendAs(system.Clerk, new AcceptDossier(id, (await system.ReadAsync(id)).Version, DeskSystem.AllComplete));

        Assert.Equal(CalendarErrors.NotPlanned, refused.Error.Code);
        Assert.Equal(new DateOnly(2099, 12, 31), refused.Error.Args![0]);
        system.Clock.Advance(today - system.Clock.Now);
        Assert.Equal((DossierStatus.Submitted, null), ((await system.ReadAsync(id)).Status, (await system.ReadAsync(id)).Code));
    }

    private async Task<Guid> AskedAsync()
    {
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        await system.TellAsync(new SupplementAsked(id, task, Guid.NewGuid(), "Lê Thị Cúc", DeskSystem.Ward.Id, ["Giấy xác nhận"], "Thiếu xác nhận", null, null, system.Clock.Now));
        return id;
    }

    private Task ToAsync(DateOnly day, TimeOnly time)
    {
        system.Clock.Advance(VietnamTime.FromVietnam(day, time) - system.Clock.Now);
        return Task.CompletedTask;
    }
}
