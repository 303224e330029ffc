using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.EndSpentTimeOut;
using OneStop.Dossiers.Features.EndTimeOut;
using OneStop.Dossiers.Features.LeaveTimeOut;
using OneStop.Dossiers.Features.ReadMyDossier;
using OneStop.Dossiers.Features.ReadTimeOuts;
using OneStop.Dossiers.Features.ReadUnitDossier;
using OneStop.Dossiers.Jobs;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

// Time of a third party: recorded by who works on the dossier, at most as long as the procedure allows, told to the citizen, ended by the answer or by itself.
public sealed class TimeOutTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private static readonly Caller Officer = FakeTaskAccess.Officer;

    [Fact]
    public async Task Leave_AndEnd_MovesTheDateByWhatWasLeftOut_AndSaysSoToOfficerAndCitizen()
    {
        var id = await OpenAsync();
        var before = await system.ReadAsync(id);

        await system.DoAs(Officer, Leave(id));

        var waiting = await system.DoAs(system.Owner, new ReadMyDossier(id));
        var third = Assert.Single(waiting.ThirdParties);
        Assert.Equal(("Sở Xây dựng", ClockGround.Opinion, "123/UBND-ĐC"), (third.Party, third.Ground, third.Document));
        Assert.Equal(DueClass.Waiting, waiting.DueClass);
        Assert.Contains(waiting.Why, l => l is { Kind: LineKind.WaitingSince, Name: "Sở Xây dựng", Amount: 5, Until: not null });
        Assert.Contains(await NoticesAsync(before), n => n.Subject.Vi.Contains("tạm dừng", StringComparison.Ordinal) && !n.Body.Vi.Contains("Sở Xây dựng", StringComparison.Ordinal));

        system.Clock.Advance(TimeSpan.FromDays(2));
        await system.DoAs(Officer, End(id) with { Answer = "77/SXD" });

        var after = await system.DoAs(system.Owner, new ReadMyDossier(id));
        Assert.Empty(after.ThirdParties);
        var line = Assert.Single(after.Why, l => l.Kind == LineKind.LeftOut);
        Assert.Equal(("Sở Xây dựng", "Điều 9 NĐ 1/2026/NĐ-CP", "123/UBND-ĐC"), (line.Name, line.LegalGround, line.Document));
        Assert.InRange((after.DueAt!.Value - before.DueAt!.Value - TimeSpan.FromDays(2)).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.Equal((before.DueAt, DeadlineChangeKind.ThirdParty), (after.OriginalDueAt, Assert.Single(after.Deadlines).Kind));
        Assert.Contains(await NoticesAsync(before), n => n.Body.Vi.Contains(after.DueAt.Value.ToVietnam().ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var history = (await system.ReadAsync(id)).History;
        Assert.Contains(history, h => h is { Deed: DossierDeed.LeaveTimeOut, Subject: "Sở Xây dựng", Comment: "Điều 9 NĐ 1/2026/NĐ-CP" });
        Assert.Contains(history, h => h is { Deed: DossierDeed.EndTimeOut, Comment: "77/SXD" });
        var told = (await system.RaisedAsync<ThirdPartyTimeLeftOut>()).Where(t => t.DossierId == id).ToArray();
        Assert.Equal(2, told.Length);
        Assert.True(told[1].Until < told[0].Until);
    }

    [Fact]
    public async Task Watch_WhenTheMostIsUsedUp_EndsItThereAndTheTermGoesOn()
    {
        var id = await OpenAsync();
        var before = (await system.ReadAsync(id)).DueAt!.Value;
        await system.DoAs(Officer, Leave(id) with { Limit = 3 });
        var ends = Assert.Single((await system.ReadAsync(id)).Pauses).EndsAt!.Value;

        system.Clock.Advance(ends.AddMinutes(-1) - system.Clock.Now);
        await WatchAsync();
        Assert.Null(Assert.Single((await system.ReadAsync(id)).Pauses).EndedAt);

        system.Clock.Advance(TimeSpan.FromHours(20));
        await WatchAsync();
        await WatchAsync();

        var ended = await system.ReadAsync(id);
        Assert.Equal(ends, Assert.Single(ended.Pauses).EndedAt);
        Assert.Null(ended.PausedAt);
        Assert.InRange((ended.DueAt!.Value - before - TimeSpan.FromDays(3)).Duration(), TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.Single(ended.History, h => h is { Deed: DossierDeed.EndTimeOut, ActorRole: DossierRole.System });
    }

    [Fact]
    public async Task End_AfterTheMostWasUsedUp_CountsOnlyTheMost()
    {
        var id = await OpenAsync();
        await system.DoAs(Officer, Leave(id) with { Limit = 1 });
        var ends = Assert.Single((await system.ReadAsync(id)).Pauses).EndsAt;

        system.Clock.Advance(TimeSpan.FromDays(6));
        await system.DoAs(Officer, End(id));

        Assert.Equal(ends, Assert.Single((await system.ReadAsync(id)).Pauses).EndedAt);
    }

    [Theory]
    [InlineData(ClockGround.Outage)]
    [InlineData(ClockGround.MissingSigner)]
    [InlineData(ClockGround.InternalWait)]
    [InlineData(ClockGround.Supplement)]
    public async Task Leave_OnAGroundThatTheLawDoesNotKnow_IsRefused(ClockGround ground)
    {
        var id = await OpenAsync();

        Assert.Equal(ClockErrors.GroundRefused, (await system.SendAs(Officer, Leave(id) with { Ground = ground })).Error.Code);
        Assert.Empty((await system.ReadAsync(id)).Pauses);
    }

    [Fact]
    public async Task Leave_WithNothingFilledIn_IsRefusedAtEveryField()
    {
        var refused = await system.SendAs(Officer, new LeaveTimeOut(await OpenAsync(), null, " ", "", null, null, null, null, TermUnit.WorkingDays));

        Assert.Equal(
            [("Ground", TimeOutErrors.GroundMissing), ("Party", TimeOutErrors.PartyMissing), ("LegalGround", ClockErrors.LegalGroundMissing), ("Document", ClockErrors.DocumentMissing),
                ("FromDay", TimeOutErrors.FromMissing), ("FromTime", TimeOutErrors.TimeUnreadable), ("Limit", TimeOutErrors.LimitMissing)],
            refused.Errors.Select(e => (e.Field!, e.Code)));
    }

    [Fact]
    public async Task Leave_LongerThanTheProcedureAllowsOrWhereItAllowsNone_IsRefused()
    {
        var id = await OpenAsync();
        var tooLong = await system.SendAs(Officer, Leave(id) with { Limit = 6 });
        Assert.Equal((TimeOutErrors.LimitTooLong, "Limit", "5 ngày làm việc"), (tooLong.Error.Code, tooLong.Error.Field, tooLong.Error.Args![0]));
        var future = Leave(id);
        Assert.Equal((TimeOutErrors.OutsideTerm, "FromDay"), await FaultAsync(future with { FromDay = future.FromDay!.Value.AddDays(1) }));

        // Three of five days are promised to the first; two are left, on another ground too.
        await system.DoAs(Officer, Leave(id) with { Limit = 3 });
        Assert.Equal(TimeOutErrors.StillOpen, (await system.SendAs(Officer, Leave(id) with { Limit = 1 })).Error.Code);
        Assert.Equal(TimeOutErrors.LimitTooLong, (await system.SendAs(Officer, Leave(id) with { Ground = ClockGround.FieldCheck, Limit = 4 })).Error.Code);

        var plain = await OpenAsync(thirdParties: false);
        Assert.Equal(TimeOutErrors.NotInProcedure, (await system.SendAs(Officer, Leave(plain))).Error.Code);
        Assert.Equal(TimeOutErrors.NotInProcedure, (await system.DoAs(Officer, new ReadTimeOuts(plain))).Refused!.Code);
    }

    [Fact]
    public async Task Leave_ByWhoDoesNotWorkOnIt_IsRefused()
    {
        var id = await OpenAsync();

        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(system.Clerk, Leave(id))).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(system.Owner, Leave(id))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(TestCallers.District), Leave(id))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.AgencyLeader(TestCallers.District), End(id))).Error.Kind);
        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(Officer, Leave(Guid.NewGuid()))).Error.Kind);
        Assert.Equal(CommonErrors.NotAllowed, (await system.SendAs(Officer, new EndSpentTimeOut(id))).Error.Code);
        Assert.Equal(CommonErrors.NotAllowed, (await system.SendAs(Officer, new FindSpentTimeOuts())).Error.Code);
        Assert.True((await system.DoAs(Officer, new ReadUnitDossier(id))).CanLeaveTimeOut);
        Assert.False((await system.DoAs(system.Clerk, new ReadUnitDossier(id))).CanLeaveTimeOut);
        // Who only reads the dossiers of the unit does not look at their way.
        Assert.False((await system.DoAs(system.Clerk, new ReadUnitDossier(id))).CanSeeWay);
        Assert.True((await system.DoAs(TestCallers.Inspector(), new ReadUnitDossier(id))).CanSeeWay);
    }

    [Fact]
    public async Task Result_IssuedWhileAThirdPartyIsAwaited_IsJudgedByTheDateWithoutItsTime()
    {
        var id = await OpenAsync();
        var due = (await system.ReadAsync(id)).LateAt!.Value;
        system.Clock.Advance(due.AddDays(-2) - system.Clock.Now);
        await system.DoAs(Officer, Leave(id));
        system.Clock.Advance(TimeSpan.FromDays(3));

        var task = Guid.NewGuid();
        await system.TellAsync(system.Entered(id, task));
        foreach (var deed in new[] { StepDeeds.DraftResult, StepDeeds.SignResult, StepDeeds.IssueResult })
        {
            var step = Guid.NewGuid();
            await system.TellAsync(system.Entered(id, step));
            await system.TellAsync(system.Completed(id, step, deed, new Dictionary<string, string>
            {
                [StepFields.ResultSubject] = "Trợ cấp", [StepFields.ResultBody] = "Điều 1.", [StepFields.DocumentSymbol] = "QĐ-UBND",
            }));
        }

        var done = await system.ReadAsync(id);
        Assert.Equal(DossierStatus.Finished, done.Status);
        Assert.NotNull(Assert.Single(done.Pauses).EndedAt);
        Assert.True(done.FinishedAt > due);
        Assert.NotEqual(DueClass.Late, done.ClassAt(system.Clock.Now));
    }

    private async Task<Guid> OpenAsync(bool thirdParties = true)
    {
        var id = await system.FileAsync(of: thirdParties ? FakeCatalogue.WithThirdParties : null);
        await system.AcceptAsync(id);
        await system.TellAsync(system.Entered(id, Guid.NewGuid()));
        return id;
    }

    private LeaveTimeOut Leave(Guid id)
    {
        var now = system.Clock.Now.ToVietnam();
        return new LeaveTimeOut(
            id, ClockGround.Opinion, "Sở  Xây dựng", "Điều 9 NĐ 1/2026/NĐ-CP", "123/UBND-ĐC", DateOnly.FromDateTime(now.DateTime), new TimeOnly(now.Hour, now.Minute), 5,
            TermUnit.WorkingDays);
    }

    private EndTimeOut End(Guid id)
    {
        var now = system.Clock.Now.ToVietnam();
        return new EndTimeOut(id, ClockGround.Opinion, DateOnly.FromDateTime(now.DateTime), new TimeOnly(now.Hour, now.Minute), null);
    }

    private async Task<(string, string?)> FaultAsync(LeaveTimeOut command)
    {
        var refused = await system.SendAs(Officer, command);
        return (refused.Error.Code, refused.Error.Field);
    }

    private Task<int> WatchAsync() => system.Services.GetRequiredService<WatchDeadlinesJob>().RunAsync(default);

    private async Task<IReadOnlyList<NotificationRequested>> NoticesAsync(Dossier dossier) =>
        [.. (await system.RaisedAsync<NotificationRequested>()).Where(n => n.Subject.Vi.Contains(dossier.Code!, StringComparison.Ordinal))];
}
