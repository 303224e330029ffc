using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.CountApologies;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.WatchDeadlines;
using OneStop.Dossiers.Jobs;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Files;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

// Warnings, breach and apology of a dossier, through the real pipeline. Each test has a system of its own: the watch looks at every dossier there is.
public sealed class LateDossierTests : IAsyncLifetime
{
    private readonly DeskSystem system = new();
    private DateTimeOffset due;

    public Task InitializeAsync() => system.InitializeAsync();

    public Task DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task Watch_BeforeTheDueDate_WarnsOnceAndAgainOnlyWhenTheDateHasMoved()
    {
        var id = await AcceptedAsync();
        system.Clock.SetTo(due.AddHours(-5));
        Assert.Equal(0, await WatchAsync());
        system.Clock.SetTo(due.AddHours(-3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WatchAsync)));
        Assert.Single(await system.RaisedAsync<DeadlineNear>(), e => e.DossierId == id && e.DueAt == due);

        await SetClockAsync(id, due.AddDays(2));
        system.Clock.SetTo(due.AddDays(2).AddHours(-3));
        await WatchAsync();
        await WatchAsync();
        Assert.Equal([due, due.AddDays(2)], (await system.RaisedAsync<DeadlineNear>()).Select(e => e.DueAt));
    }

    [Fact]
    public async Task Watch_WhileTheClockStandsStill_SaysNothing()
    {
        var id = await AcceptedAsync();
        await system.TellAsync(new SupplementAsked(id, Guid.NewGuid(), Guid.NewGuid(), "Cán bộ", DeskSystem.Ward.Id, ["Ảnh"], "Thiếu", null, null, system.Clock.Now));
        system.Clock.SetTo(due.AddDays(9));

        Assert.Equal(0, await WatchAsync());
        Assert.Empty(await BreachesAsync());
    }

    [Fact]
    public async Task Watch_AtTheDueDate_RecordsOnceWhoUsedTheTimeAndDraftsOneApology()
    {
        var id = await AcceptedAsync();
        var (slow, quick) = (Guid.NewGuid(), Guid.NewGuid());
        await system.TellAsync(system.Entered(id, slow, name: "Thẩm định") with { AllowedMinutes = 480, AgencyId = TestCallers.District.AgencyId, AgencyName = "UBND quận", DepartmentName = "Phòng Nội vụ" });
        system.Clock.Advance(TimeSpan.FromHours(20));
        await system.TellAsync(system.Completed(id, slow) with { UsedMinutes = 1200 });
        await system.TellAsync(system.Entered(id, quick, name: "Ký duyệt") with { AllowedMinutes = 3000 });

        system.Clock.SetTo(LateFrom(due).AddSeconds(-1));
        await WatchAsync();
        Assert.Empty(await BreachesAsync());
        system.Clock.SetTo(LateFrom(due));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WatchAsync)));
        await system.DeliverEventsAsync();

        var breach = Assert.Single(await BreachesAsync());
        Assert.Equal((TestCallers.District.AgencyId, "Phòng Nội vụ", "Thẩm định", 480, 1200), (breach.AgencyId, breach.DepartmentName, breach.StepName, breach.AllowedMinutes, breach.UsedMinutes));
        var apology = Assert.Single(await ApologiesAsync());
        Assert.Equal((1, ApologyState.Waiting, TestCallers.District.AgencyId, due), (apology.Number, apology.State, apology.AgencyId, apology.PromisedAt));
        var opened = Assert.Single(await system.RaisedAsync<MatterOpened>());
        Assert.Equal((apology.Id, Matters.Apology, TestCallers.District.AgencyId), (opened.SubjectId, opened.Matter, opened.AgencyId));
        Assert.False(opened.Fields.ContainsKey(StepFields.ApologyReason));
        Assert.Contains("20 giờ", opened.Fields[StepFields.LateUnit], StringComparison.Ordinal);
        Assert.Single(await system.RaisedAsync<DeadlinePassed>(), e => !e.Again);
        var dossier = await system.ReadAsync(id);
        Assert.Equal((DossierStatus.Processing, due), (dossier.Status, dossier.DueAt));
        Assert.Contains(dossier.History, h => h.Deed == DossierDeed.NoteBreach);
    }

    [Theory]
    [InlineData("Bận việc", "25/03/2026", "16:30", ApologyErrors.ReasonVague, StepFields.ApologyReason)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa", "25/03/2026", "16:30", ApologyErrors.ReasonVague, StepFields.ApologyReason)]
    [InlineData(Reason, "31/02/2026", "16:30", ApologyErrors.DayUnreadable, StepFields.NewDueDay)]
    [InlineData(Reason, "25/03/2026", "25:00", ApologyErrors.TimeUnreadable, StepFields.NewDueTime)]
    [InlineData(Reason, "02/03/2026", "16:30", ApologyErrors.NotAfterNow, StepFields.NewDueDay)]
    [InlineData(Reason, "25/03/2028", "16:30", ApologyErrors.TooFar, StepFields.NewDueDay)]
    public async Task Check_OfWhatTheHeadSigns_AnswersAtTheField(string reason, string day, string hour, string code, string field)
    {
        await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());

        var check = await CheckAsync(apology.Id, Fields(reason, day, hour));

        Assert.Equal((code, field), (check.Error.Code, check.Error.Field));
        Assert.True((await CheckAsync(apology.Id, Fields(Reason, "25/03/2026", "16:30"))).IsSuccess);
        Assert.Equal(ApologyErrors.NotWaiting, (await CheckAsync(Guid.NewGuid(), Fields(Reason, "25/03/2026", "16:30"))).Error.Code);
    }

    [Fact]
    public async Task Signed_MovesTheAppointmentSendsTheLetterAndNeverTheLegalDueDate()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        var newDue = VietnamTime.FromVietnam(new DateOnly(2026, 3, 25), new TimeOnly(16, 30));
        var signed = Signed(id, apology.Id);

        await system.TellAsync(signed);
        await system.TellAsync(signed);

        var dossier = await system.ReadAsync(id);
        Assert.Equal((newDue, due, due, DossierStatus.Processing), (dossier.DueAt, dossier.LegalDueAt, dossier.OriginalDueAt, dossier.Status));
        var change = Assert.Single(await system.AskAsync<DossiersDbContext, List<DeadlineChange>>(c => c.DeadlineChanges.AsNoTracking().Where(x => x.DossierId == id && x.ToDueAt == newDue).ToListAsync()));
        Assert.Contains("/VBXL", change.Document!, StringComparison.Ordinal);
        var now = Assert.Single(await ApologiesAsync());
        Assert.Equal((ApologyState.Signed, Reason, "Chủ tịch"), (now.State, now.Reason, now.SignerTitle));

        var letter = Assert.Single(dossier.Files, f => f.ComponentKey == "mau-04");
        Assert.Equal((now.FileId, "01/VBXL"), (letter.Id, now.NumberAndSymbol));
        using (var pdf = system.Services.GetRequiredService<IFileStore>().OpenRead(letter.Sha256))
            Assert.NotNull(pdf);
        Assert.Single(await system.RaisedAsync<PaperIssued>(), p => p.Kind == "mau-04" && p.Sha256 == letter.Sha256);
        var notice = Assert.Single(await system.RaisedAsync<NotificationRequested>(), n => n.AccountId == dossier.OwnerId && n.Subject.Vi.Contains("xin lỗi", StringComparison.Ordinal));
        Assert.Equal(letter.Sha256, Assert.Single(notice.Attachments).Sha256);
        Assert.Contains("25/03/2026", notice.Body.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("trợ cấp", notice.Body.Vi + notice.Subject.Vi, StringComparison.OrdinalIgnoreCase);

        var mine = await system.DoAs(system.Owner, new ReadMyDossier(id));
        Assert.Equal([LatenessKind.Breach, LatenessKind.ApologySigned], mine.Lateness.Select(l => l.Kind));
        Assert.Contains(Reason, mine.Lateness[1].Text, StringComparison.Ordinal);
        Assert.EndsWith(letter.Id.ToString(), mine.Lateness[1].LetterUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MovedAppointment_Missed_IsSaidAndNeverMovedAgain()
    {
        var id = await BreachedAsync();
        await system.TellAsync(Signed(id, Assert.Single(await ApologiesAsync()).Id));
        var moved = (await system.ReadAsync(id)).DueAt!.Value;

        system.Clock.SetTo(moved.AddHours(-4));
        await WatchAsync();
        Assert.Contains(await system.RaisedAsync<DeadlineNear>(), e => e.DueAt == moved);
        system.Clock.SetTo(LateFrom(moved));
        await WatchAsync();
        await WatchAsync();

        Assert.Single(await ApologiesAsync());
        Assert.NotNull(Assert.Single(await BreachesAsync()).MissedAgainAt);
        Assert.Single(await system.RaisedAsync<DeadlinePassed>(), e => e.Again && e.DueAt == moved);
        var line = (await system.DoAs(system.Owner, new ReadMyDossier(id))).Lateness[^1];
        Assert.Equal(LatenessKind.MissedAgain, line.Kind);
    }

    [Fact]
    public async Task ResultBeforeTheSignature_ClosesTheDraftAndStaysLate()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        var result = new Dictionary<string, string> { [StepFields.ResultTitle] = "QUYẾT ĐỊNH", [StepFields.ResultSubject] = "Về việc", [StepFields.ResultBody] = "Điều 1." };
        foreach (var deed in new[] { StepDeeds.DraftResult, StepDeeds.SignResult, StepDeeds.IssueResult })
        {
            var task = Guid.NewGuid();
            await system.TellAsync(system.Entered(id, task));
            await system.TellAsync(system.Completed(id, task, deed, result));
        }

        Assert.Equal(DossierStatus.Finished, (await system.ReadAsync(id)).Status);
        await system.TellAsync(Signed(id, apology.Id));

        var closed = Assert.Single(await ApologiesAsync());
        Assert.Equal((ApologyState.Closed, ApologyClosing.ResultReady), (closed.State, closed.ClosedBecause));
        Assert.Equal(due, (await system.ReadAsync(id)).DueAt);
        Assert.Single(await system.RaisedAsync<MatterClosed>(), m => m.SubjectId == apology.Id);
        Assert.DoesNotContain((await system.ReadAsync(id)).Files, f => f.ComponentKey == "mau-04");
        Assert.Single(await BreachesAsync());
    }

    [Fact]
    public async Task Signature_WhoseKeyFailsAfterThePress_LaysTheApologyBeforeTheHeadAgain()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        system.Keys.Fail = true;
        Assert.Equal(SigningErrors.KeyUnusable, (await system.AskAsync<IDossierDirectory, Result<Done>>(d =>
            d.CheckSigningAsync(new PaperSigning(id, StepDeeds.SignApology, "Hoàng Thị Hà", "Chủ tịch", DeskSystem.Ward.Name), default))).Error.Code);

        await system.TellAsync(Signed(id, apology.Id));

        var again = Assert.Single(await ApologiesAsync());
        Assert.Equal((ApologyState.Waiting, apology.Number, apology.DraftedAt), (again.State, again.Number, again.DraftedAt));
        Assert.NotEqual(apology.Id, again.Id);
        Assert.Equal(due, (await system.ReadAsync(id)).DueAt);
        var opened = Assert.Single(await system.RaisedAsync<MatterOpened>(), m => m.SubjectId == again.Id);
        Assert.Equal((Reason, "25/03/2026"), (opened.Fields[StepFields.ApologyReason], opened.Fields[StepFields.NewDueDay]));
        Assert.Contains("Không mở được khóa ký số", opened.Fields[StepFields.SigningProblem], StringComparison.Ordinal);

        // Nothing was lost on the way, not even a number.
        system.Keys.Fail = false;
        await system.TellAsync(Signed(id, again.Id));
        var signed = Assert.Single(await ApologiesAsync());
        Assert.Equal(ApologyState.Signed, signed.State);
        Assert.StartsWith("01/", signed.NumberAndSymbol, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_WhoseKeyFailsForADraftThatLayPastItsDay_KeepsTheDayTheHeadTyped()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        system.Clock.SetTo(apology.ProposedDueAt.AddHours(1));
        var signed = Signed(id, apology.Id);
        Assert.True(ApologyRules.Read(signed.Fields).TryGet(out var typed) && typed > system.Clock.Now);
        system.Keys.Fail = true;

        await system.TellAsync(signed);

        var again = Assert.Single(await ApologiesAsync());
        Assert.Equal((ApologyState.Waiting, typed), (again.State, again.ProposedDueAt));
        Assert.Empty(await AnewAsync(again.Id));
        system.Keys.Fail = false;
    }

    [Fact]
    public async Task Draft_ThatLayUntilItsDayHadPassed_ProposesAnotherAndRefusesTheOldOneAtTheField()
    {
        await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        Assert.Empty(await AnewAsync(apology.Id));

        system.Clock.SetTo(apology.ProposedDueAt.AddDays(9));

        var anew = await AnewAsync(apology.Id);
        var old = (await system.RaisedAsync<MatterOpened>()).Single(m => m.SubjectId == apology.Id).Fields;
        var refused = await CheckAsync(apology.Id, Fields(Reason, old[StepFields.NewDueDay], old[StepFields.NewDueTime]));
        Assert.Equal((ApologyErrors.NotAfterNow, StepFields.NewDueDay), (refused.Error.Code, refused.Error.Field));
        Assert.True((await CheckAsync(apology.Id, Fields(Reason, anew[StepFields.NewDueDay], anew[StepFields.NewDueTime]))).IsSuccess);
    }

    [Fact]
    public async Task Signature_ThatArrivesAfterTheDayItGives_LaysTheApologyAgainWithAnotherDay()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        var signed = Signed(id, apology.Id);
        Assert.True(ApologyRules.Read(signed.Fields).TryGet(out var given));
        system.Clock.SetTo(given.AddMinutes(1));

        await system.TellAsync(signed);

        var again = Assert.Single(await ApologiesAsync());
        Assert.Equal(ApologyState.Waiting, again.State);
        var opened = Assert.Single(await system.RaisedAsync<MatterOpened>(), m => m.SubjectId == again.Id);
        Assert.Equal(Reason, opened.Fields[StepFields.ApologyReason]);
        Assert.True(ApologyRules.Read(opened.Fields).TryGet(out var proposed) && proposed > system.Clock.Now);
        Assert.NotEmpty(opened.Fields[StepFields.SigningProblem]);
    }

    [Fact]
    public async Task FinishedLate_BeforeTheWatchLooked_IsRecordedWithoutAnApology()
    {
        var id = await AcceptedAsync();
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        system.Clock.SetTo(LateFrom(due).AddSeconds(20));
        await system.ChangeAsync(id, d => d.Finish(new Actor(null, "", DossierRole.System), system.Clock.Now));
        system.Clock.Advance(TimeSpan.FromMinutes(1));

        await WatchAsync();

        Assert.Single(await BreachesAsync());
        Assert.Empty(await ApologiesAsync());
    }

    [Fact]
    public async Task Escalated_SignatureIsVisibleToEveryReader()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        await system.TellAsync(new MatterStepEntered(id, apology.Id, Matters.Apology, Guid.NewGuid(), DeskSystem.Ward.Id, "UBND phường", system.Clock.Now, system.Clock.Now.AddHours(8)));
        await system.TellAsync(new MatterEscalated(id, apology.Id, Matters.Apology, "UBND quận Ba Đình", system.Clock.Now.AddHours(8)));

        var lines = (await system.DoAs(system.Owner, new ReadMyDossier(id))).Lateness;

        Assert.Contains("UBND quận Ba Đình", lines[^1].Text, StringComparison.Ordinal);
        Assert.Equal(LatenessKind.ApologyWaiting, lines[^1].Kind);
    }

    [Fact]
    public async Task Count_OfAMonth_TellsEachUnitWithoutNamingAnybody()
    {
        var id = await BreachedAsync();
        var apology = Assert.Single(await ApologiesAsync());
        await system.TellAsync(new MatterStepEntered(id, apology.Id, Matters.Apology, Guid.NewGuid(), DeskSystem.Ward.Id, "UBND phường", system.Clock.Now, system.Clock.Now.AddHours(8)));
        await system.TellAsync(Signed(id, apology.Id) with { CompletedAt = system.Clock.Now.AddHours(9) });
        await system.TellAsync(new SupplementAsked(id, Guid.NewGuid(), Guid.NewGuid(), "Cán bộ", DeskSystem.Ward.Id, ["Ảnh"], "Thiếu", null, null, system.Clock.Now));

        var counts = await system.DoAs(Caller.Anonymous, new CountApologies(ApologyPeriod.Month));

        var unit = Assert.Single(counts.Units);
        Assert.Equal((1, 0, 0, 1, 0, 0, 1), (unit.Late, unit.MissedAgain, unit.SignedInTime, unit.SignedLate, unit.Waiting, unit.Closed, unit.Supplements));
        Assert.Empty((await system.DoAs(Caller.Anonymous, new CountApologies(ApologyPeriod.PreviousYear))).Units);
        Assert.Equal(counts.From, (await system.DoAs(Caller.Anonymous, new CountApologies("gi-do"))).From);
    }

    [Fact]
    public async Task Watch_IsTheSystemsAlone()
    {
        foreach (var (role, caller) in TestCallers.OneOfEach())
        {
            Assert.True((await system.SendAs(caller, new WatchDossier(Guid.NewGuid()))).Error.Kind == ErrorKind.Forbidden, role);
            Assert.True((await system.SendAs(caller, new FindDueDossiers())).Error.Kind == ErrorKind.Forbidden, role);
        }

        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(Caller.System, new WatchDossier(Guid.NewGuid()))).Error.Kind);
    }

    private const string Reason = "Chưa nhận được kết quả xác minh của Công an phường Phúc Xá";

    private Task<Result<Done>> CheckAsync(Guid apology, Dictionary<string, string> fields) =>
        system.AskAsync<IDossierDirectory, Result<Done>>(d => d.CheckMatterAsync(Matters.Apology, apology, fields, default));

    private Task<IReadOnlyDictionary<string, string>> AnewAsync(Guid apology) =>
        system.AskAsync<IDossierDirectory, IReadOnlyDictionary<string, string>>(d => d.ProposeAnewAsync(Matters.Apology, apology, default));

    private static Dictionary<string, string> Fields(string reason, string day, string hour) =>
        new() { [StepFields.ApologyReason] = reason, [StepFields.NewDueDay] = day, [StepFields.NewDueTime] = hour };

    private MatterStepCompleted Signed(Guid dossier, Guid apology) => new(
        dossier, apology, Matters.Apology, Guid.NewGuid(), MatterActions.Approve, Guid.NewGuid(), "Hoàng Thị Hà", "Chủ tịch", DeskSystem.Ward.Id, null,
        Fields(Reason, "25/03/2026", "16:30"), system.Clock.Now);

    // A dossier accepted on 2 March 2026 and due a day later at 16:30.
    private async Task<Guid> AcceptedAsync()
    {
        system.Clock.SetTo(VietnamTime.FromVietnam(new DateOnly(2026, 3, 2), new TimeOnly(8, 0)));
        var id = await system.FileAsync();
        await system.AcceptAsync(id);
        await system.DeliverEventsAsync();
        due = VietnamTime.FromVietnam(new DateOnly(2026, 3, 4), new TimeOnly(16, 30));
        await SetClockAsync(id, due);
        return id;
    }

    private async Task<Guid> BreachedAsync()
    {
        var id = await AcceptedAsync();
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        system.Clock.SetTo(LateFrom(due).AddHours(8));
        Assert.Equal(1, await WatchAsync());
        return id;
    }

    // The dates as the legal clock writes them: late from the day after, warned of four hours before.
    private Task SetClockAsync(Guid id, DateTimeOffset to) => system.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<DossiersDbContext>();
        var entry = context.Entry(await context.Dossiers.FirstAsync(d => d.Id == id));
        entry.Property(d => d.DueAt).CurrentValue = to;
        entry.Property(d => d.OriginalDueAt).CurrentValue = due;
        entry.Property(d => d.LegalDueAt).CurrentValue = to;
        entry.Property(d => d.TermUnit).CurrentValue = TermUnit.WorkingDays;
        entry.Property(d => d.WarnAt).CurrentValue = to.AddHours(-4);
        entry.Property(d => d.LateAt).CurrentValue = LateFrom(to);
        await context.SaveChangesAsync();
    });

    private static DateTimeOffset LateFrom(DateTimeOffset at) => VietnamTime.FromVietnam(at.VietnamDate().AddDays(1), TimeOnly.MinValue);

    private Task<int> WatchAsync() => system.Services.GetRequiredService<WatchDeadlinesJob>().RunAsync(default);

    private Task<List<BreachRecord>> BreachesAsync() => system.AskAsync<DossiersDbContext, List<BreachRecord>>(c => c.Breaches.AsNoTracking().ToListAsync());

    private Task<List<Apology>> ApologiesAsync() => system.AskAsync<DossiersDbContext, List<Apology>>(c => c.Apologies.AsNoTracking().ToListAsync());
}
