using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnCalendarChanged;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts.Events;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.ChangeCalendar;
using OneStop.Organisation.Integrations;
using OneStop.TestKit;
using OneStop.TestKit.Callers;
using Xunit;

namespace OneStop.IntegrationTests;

// A change of holidays or office hours against the running dossiers of the demonstration, in the whole product.
public sealed class CalendarChangeTests : IAsyncLifetime
{
    private readonly SeededSystem system = new();

    public Task InitializeAsync() => system.InitializeAsync();

    public Task DisposeAsync() => system.DisposeAsync();

    [Fact]
    public async Task Preview_MovesNothing_AndConfirmationMovesExactlyWhatWasShown_EachOnceRecorded()
    {
        var before = await DueDatesAsync();
        var preview = await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(DayOff()));
        await system.DeliverEventsAsync();

        Assert.NotEqual(0, preview.Count);
        Assert.Equal(preview.Count, preview.First.Count);
        Assert.All(preview.First, move => Assert.Equal(before[move.Id], move.From));
        Assert.Equal(before, await DueDatesAsync());
        Assert.Empty(await system.RaisedAsync<CalendarChanged>());

        Assert.Equal(preview.Count, await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(DayOff())));
        await system.DeliverEventsAsync();

        var after = await DueDatesAsync();
        Assert.Equal(preview.First.ToDictionary(m => m.Id, m => (DateTimeOffset?)m.To), after.Where(d => before[d.Key] != d.Value).ToDictionary());
        Assert.Equal(preview.Count, await RecordedAsync());
        Assert.Equal(0, (await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(Day(CalendarDeeds.Change)))).Count);

        // The same news again, as another event: nothing is moved or recorded twice.
        var changed = Assert.Single(await system.RaisedAsync<CalendarChanged>());
        await system.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<DossiersDbContext>();
            context.Raise(new DeadlinesRecounted(changed, null), system.Clock.Now);
            await context.SaveChangesAsync();
        });
        await system.DeliverEventsAsync();
        Assert.Equal(preview.Count, await RecordedAsync());
        Assert.Equal(after, await DueDatesAsync());

        var view = await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026));
        var line = Assert.Single(view.Changes);
        Assert.Equal((preview.Count, "12/QĐ-UBND", TestCallers.ProcessAdmin().Name), (line.Moved, line.Document, line.ActorName));
        Assert.Contains(view.Days, d => d.Date == Off && d.Document == "12/QĐ-UBND");
    }

    [Fact]
    public async Task Steps_AndTheirTimers_MoveWithTheCalendar_EachRecorded_AndTheOwnerIsTold()
    {
        var before = await StepDatesAsync();
        var preview = await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(DayOff()));
        Assert.NotEqual(0, preview.Steps);
        var timers = await TimersAsync();

        await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(DayOff()));
        await system.DeliverEventsAsync();

        var after = await StepDatesAsync();
        var moved = after.Where(t => before[t.Key] != t.Value).ToDictionary();
        Assert.Equal(preview.Steps, moved.Count);
        Assert.All(moved, t => Assert.True(t.Value > before[t.Key]));
        Assert.NotEqual(timers, await TimersAsync());
        Assert.Equal(moved.Keys.Order(), (await system.RaisedAsync<StepDueMoved>()).Select(e => e.TaskId).Order());
        var shown = await system.AskAsync<DossiersDbContext, Dictionary<Guid, DateTimeOffset?>>(c => c.Set<StepRow>().AsNoTracking().ToDictionaryAsync(s => s.TaskId, s => s.DueAt));
        Assert.All(moved.Where(t => shown.ContainsKey(t.Key)), t => Assert.Equal(t.Value, shown[t.Key]));
        var recorded = await system.AskAsync<DossiersDbContext, int>(c => c.Set<HistoryEntry>().CountAsync(h => h.Deed == DossierDeed.MoveStep && h.Comment!.Contains("12/QĐ-UBND")));
        Assert.Equal(moved.Count, recorded);
        Assert.Equal(preview.Count, (await system.RaisedAsync<NotificationRequested>()).Count(n => n.Subject.Vi.Contains("ngày hẹn trả kết quả thay đổi", StringComparison.Ordinal)));
        Assert.Equal(preview.Steps, Assert.Single((await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026))).Changes).MovedSteps);

        await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(Day(CalendarDeeds.Remove)));
        await system.DeliverEventsAsync();
        Assert.Equal(before, await StepDatesAsync());
        Assert.Equal(timers, await TimersAsync());
    }

    [Fact]
    public async Task Plan_ThatWouldLosePromisedDates_IsShownAndRefused()
    {
        var before = await DueDatesAsync();
        var gone = Day(CalendarDeeds.Remove);
        gone.Date = "30/04/2026";

        var preview = await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(gone));
        var refused = await system.SendAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(gone));
        await system.DeliverEventsAsync();

        Assert.NotEqual(0, preview.LostCount);
        Assert.All(preview.Lost, lost => Assert.Null(lost.To));
        Assert.Equal((OrganisationErrors.DatesWouldBeLost, preview.LostCount), (refused.Error.Code, (int)refused.Error.Args![0]!));
        Assert.Equal(before, await DueDatesAsync());
    }

    [Fact]
    public async Task Batches_BeyondTheFirst_AreCountedAndMovedToo()
    {
        await AcceptManyAsync(CalendarMoves.Most + 10);
        var before = await DueDatesAsync();

        var preview = await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(DayOff()));
        await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(DayOff()));
        await system.DeliverEventsAsync();

        Assert.True(preview.Count > CalendarMoves.Most);
        Assert.Equal(PreviewCalendarChange.Shown, preview.First.Count);
        Assert.Equal(preview.Count, (await DueDatesAsync()).Count(d => before[d.Key] != d.Value));
        Assert.Equal(preview.Count, await RecordedAsync());
    }

    [Fact]
    public async Task Calendar_OfItsOwn_MovesOnlyTheDossiersOfItsAgency()
    {
        var due = await DueDatesAsync();
        var agency = await system.AskAsync<DossiersDbContext, Guid>(c => c.Dossiers.AsNoTracking()
            .Where(d => d.DueAt != null && d.FinishedAt == null && d.ClosedAt == null).GroupBy(d => d.ReceivingAgencyId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());
        var code = await system.AskAsync<OrganisationDbContext, string>(c => c.Agencies.AsNoTracking().Where(a => a.Id == agency).Select(a => a.Code).SingleAsync());

        Assert.Equal(0, await ConfirmAsync(new CalendarInput { Deed = CalendarDeeds.Create, Calendar = OfficeCalendar.Standard, Name = "Lịch riêng", Ground = "Thí điểm", Document = "12/QĐ-UBND" }));
        var own = Assert.Single((await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026))).Calendars, c => c.Name == "Lịch riêng");
        Assert.Equal(0, own.Agencies);
        Assert.Equal([(OrganisationErrors.CalendarNameTaken, "Name")], await ProblemsAsync(
            new CalendarInput { Deed = CalendarDeeds.Create, Calendar = OfficeCalendar.Standard, Name = "lịch riêng", Ground = "Thí điểm", Document = "12/QĐ-UBND" }));
        Assert.Equal([(OrganisationErrors.AgencyNotFound, "Agency")], await ProblemsAsync(Assign("không có", own.Code)));

        // A copy moves nothing; its own hours then move its agency's dossiers alone.
        Assert.Equal(0, await ConfirmAsync(Assign(code, own.Code)));
        Assert.Equal([(OrganisationErrors.CalendarAssignedAlready, "Calendar")], await ProblemsAsync(Assign(code, own.Code)));
        Assert.Equal(due, await DueDatesAsync());
        var hours = Hours();
        (hours.Calendar, hours.Monday) = (own.Code, "");
        var moved = await ConfirmAsync(hours);

        var after = await DueDatesAsync();
        var of = await system.AskAsync<DossiersDbContext, Dictionary<Guid, Guid>>(c => c.Dossiers.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.ReceivingAgencyId));
        Assert.NotEqual(0, moved);
        Assert.Equal(moved, after.Count(d => due[d.Key] != d.Value));
        Assert.All(after.Where(d => due[d.Key] != d.Value), d => Assert.Equal(agency, of[d.Key]));
        var view = await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026));
        Assert.Equal(1, view.Calendars.Single(c => c.Code == own.Code).Agencies);
        Assert.Contains(view.Changes, c => c.Summary.Contains("Thứ Hai –; Thứ Ba 08:00-12:00, 13:00-17:00", StringComparison.Ordinal));

        // Back to the common calendar: the dates are as they were.
        Assert.Equal(moved, await ConfirmAsync(Assign(code, OfficeCalendar.Standard)));
        Assert.Equal(due, await DueDatesAsync());
    }

    [Fact]
    public async Task Change_OfARowsDate_MovesTheDayOff()
    {
        await ConfirmAsync(DayOff());
        var input = Day(CalendarDeeds.Change);
        input.NewDate = "30/04/2026";
        Assert.Equal([(OrganisationErrors.DayTaken, "NewDate")], await ProblemsAsync(input));
        input.NewDate = "04/03/2026";

        await ConfirmAsync(input);

        var days = (await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026))).Days;
        Assert.DoesNotContain(days, d => d.Date == Off);
        Assert.Contains(days, d => d.Date == Off.AddDays(1) && d.Name == "Nghỉ do thiên tai");
    }

    [Fact]
    public async Task Plan_ThatEndsSoon_IsSaidOnThePageAndByTheHealthCheck()
    {
        var view = await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026));
        Assert.False(view.RunsOut);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());

        system.Clock.Advance(view.PlannedThrough!.Value.ToDateTime(TimeOnly.MinValue) - view.NeededThrough.ToDateTime(TimeOnly.MinValue));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        system.Clock.Advance(TimeSpan.FromDays(400));

        view = await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026));
        Assert.True(view.RunsOut);
        Assert.True(view.NeededThrough > view.PlannedThrough);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync());
    }

    [Fact]
    public async Task Remove_TakesTheMoveBack()
    {
        var before = await DueDatesAsync();
        await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(DayOff()));
        await system.DeliverEventsAsync();
        Assert.NotEqual(before, await DueDatesAsync());

        await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(Day(CalendarDeeds.Remove)));
        await system.DeliverEventsAsync();

        Assert.Equal(before, await DueDatesAsync());
    }

    [Fact]
    public async Task Hours_OfANewEdition_HoldFromTheirDayAndMoveWhatTheyShow()
    {
        var input = Hours();
        input.Monday = "";
        var preview = await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(input));
        var before = await DueDatesAsync();

        await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(input));
        await system.DeliverEventsAsync();

        var after = await DueDatesAsync();
        Assert.NotEqual(0, preview.Count);
        Assert.Equal(preview.Count, after.Count(d => before[d.Key] != d.Value));
        var editions = (await system.DoAs(TestCallers.ProcessAdmin(), new ReadCalendars(2026))).Editions;
        Assert.Equal(2, editions.Count);
        Assert.Equal((new DateOnly(2026, 3, 9), ""), (editions[1].ValidFrom, editions[1].Week[0].Hours));
        Assert.Equal("08:00-12:00, 13:00-17:00", editions[1].Week[1].Hours);
    }

    [Fact]
    public async Task Errors_StandAtTheirFields_AndAnIncompleteYearIsAWarning()
    {
        Assert.Equal(
            [(OrganisationErrors.DateRequired, "Date"), (OrganisationErrors.DayNameRequired, "Name"), (OrganisationErrors.DayKindRequired, "Kind"),
                (OrganisationErrors.HoursUnreadable, "Hours"), (OrganisationErrors.GroundRequired, "Ground"), (OrganisationErrors.DocumentRequired, "Document")],
            await ProblemsAsync(new CalendarInput { Deed = CalendarDeeds.Add, Date = "32/13/2026", Hours = "sáng" }));

        var taken = DayOff();
        taken.Date = "30/04/2026";
        Assert.Equal([(OrganisationErrors.DayTaken, "Date")], await ProblemsAsync(taken));
        Assert.Equal([(OrganisationErrors.UnknownDay, "Date")], await ProblemsAsync(Day(CalendarDeeds.Remove)));

        var part = DayOff();
        part.Kind = DayKinds.PartOfDay;
        Assert.Equal([(OrganisationErrors.DayHoursRequired, "Hours")], await ProblemsAsync(part));
        part.Hours = "08:00-12:00, 11:00-13:00";
        Assert.Equal([(OrganisationErrors.HoursOverlap, "Hours")], await ProblemsAsync(part));

        var empty = new CalendarInput { Deed = CalendarDeeds.Hours, Calendar = OfficeCalendar.Standard, Date = "09/03/2026", Ground = "Thử", Document = "12/QĐ-UBND" };
        Assert.Equal([(CalendarErrors.NoWorkingDay, "Monday")], await ProblemsAsync(empty));
        var past = Hours();
        past.Date = "01/03/2026";
        Assert.Equal([(OrganisationErrors.HoursInThePast, "Date")], await ProblemsAsync(past));

        var gone = Day(CalendarDeeds.Remove);
        gone.Date = "02/09/2027";
        Assert.Equal([(2027, PlanGaps.National)], (await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(gone))).Gaps);
    }

    [Fact]
    public async Task Permission_IsOfTheAdministratorsWhoReachEveryAgency()
    {
        Assert.Equal(OrganisationErrors.OutsideReach, (await system.SendAs(TestCallers.UnitAdmin(), new ConfirmCalendarChange(DayOff()))).Error.Code);
        Assert.Equal(OrganisationErrors.OutsideReach, (await system.SendAs(TestCallers.UnitAdmin(), new PreviewCalendarChange(DayOff()))).Error.Code);
        foreach (var caller in new[] { TestCallers.DeskClerk(), TestCallers.SystemAdmin(), TestCallers.Citizen() })
        {
            Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(caller, new ReadCalendars(null))).Error.Kind);
            Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(caller, new ConfirmCalendarChange(DayOff()))).Error.Kind);
        }

        Assert.Empty(await system.RaisedAsync<CalendarChanged>());
    }

    private static CalendarInput Assign(string agency, string calendar) =>
        new() { Deed = CalendarDeeds.Assign, Agency = agency, Calendar = calendar, Ground = "Thí điểm", Document = "12/QĐ-UBND" };

    private async Task<int> ConfirmAsync(CalendarInput input)
    {
        var shown = await system.DoAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(input));
        var moved = await system.DoAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(input));
        await system.DeliverEventsAsync();
        Assert.Equal(shown.Count, moved);
        return moved;
    }

    private Task<HealthStatus> HealthAsync() => system.InScopeAsync(async services =>
        (await services.GetRequiredService<HolidayPlanHealth>().CheckHealthAsync(new HealthCheckContext(), default)).Status);

    // Dossiers like one that is running, with five working days each.
    private Task AcceptManyAsync(int count) => system.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<DossiersDbContext>();
        var clock = services.GetRequiredService<DossierClock>();
        var like = await context.Dossiers.AsNoTracking().FirstAsync(d => d.DueAt != null && d.FinishedAt == null && d.ClosedAt == null);
        var owner = Actor.Citizen(like.OwnerId, like.Applicant.Name);
        var plan = new ClockPlan(ClockKind.Dossier, new Term(5, TermUnit.WorkingDays));
        for (var i = 0; i < count; i++)
        {
            var dossier = Dossier.Start(
                owner, $"many-{i}", Channels.InPerson, new ProcedureRef(like.ProcedureVersionId, like.ProcedureCode, like.ProcedureName, like.Field, like.ProcessKey), null,
                new Receiver(like.PlaceCode, like.PlaceName, like.ReceivingAgencyId, like.ReceivingAgencyCode, like.ReceivingAgencyName, like.ReceivingAgencyPath), system.Clock.Now);
            context.Dossiers.Add(dossier);
            var dates = await clock.StartAsync(dossier, plan, "5 ngày làm việc", system.Clock.Now, default);
            Assert.True(dossier.Accept($"H26-{i}", dates.Value, Actor.Clerk(Guid.NewGuid(), "Trần Văn Bình"), system.Clock.Now).IsSuccess);
        }

        await context.SaveChangesAsync();
    });

    private static DateOnly Off { get; } = new(2026, 3, 3);

    private static CalendarInput DayOff() => Day(CalendarDeeds.Add);

    private static CalendarInput Day(string deed) => new()
    {
        Deed = deed, Date = "03/03/2026", Name = "Nghỉ do thiên tai", Kind = DayKinds.SwappedOff, Ground = "Bão số 1", Document = "12/QĐ-UBND",
    };

    private static CalendarInput Hours() => new()
    {
        Deed = CalendarDeeds.Hours, Calendar = OfficeCalendar.Standard, Date = "09/03/2026", Ground = "Đổi giờ mùa đông", Document = "12/QĐ-UBND",
        Monday = Full, Tuesday = Full, Wednesday = Full, Thursday = Full, Friday = Full,
    };

    private const string Full = "08:00-12:00, 13:00-17:00";

    private async Task<IEnumerable<(string, string?)>> ProblemsAsync(CalendarInput input)
    {
        var confirmed = await system.SendAs(TestCallers.ProcessAdmin(), new ConfirmCalendarChange(input));
        var previewed = await system.SendAs(TestCallers.ProcessAdmin(), new PreviewCalendarChange(input));
        Assert.Equal(confirmed.Errors.Select(e => (e.Code, e.Field)), previewed.Errors.Select(e => (e.Code, e.Field)));
        return previewed.Errors.Select(e => (e.Code, e.Field));
    }

    private Task<Dictionary<Guid, DateTimeOffset?>> DueDatesAsync() =>
        system.AskAsync<DossiersDbContext, Dictionary<Guid, DateTimeOffset?>>(c => c.Dossiers.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.DueAt));

    private Task<Dictionary<Guid, DateTimeOffset?>> StepDatesAsync() => system.AskAsync<ApprovalsDbContext, Dictionary<Guid, DateTimeOffset?>>(
        c => c.Tasks.AsNoTracking().Where(t => t.ClosedAt == null && t.AllowedMinutes != null).ToDictionaryAsync(t => t.Id, t => t.DueAt));

    private Task<List<DateTimeOffset?>> TimersAsync() => system.AskAsync<ApprovalsDbContext, List<DateTimeOffset?>>(
        c => c.Jobs.AsNoTracking().Where(j => j.Minutes != null).OrderBy(j => j.Id).Select(j => j.DueAt).ToListAsync());

    private Task<int> RecordedAsync() =>
        system.AskAsync<DossiersDbContext, int>(c => c.Set<DeadlineChange>().CountAsync(d => d.Kind == DeadlineChangeKind.Calendar && d.Document == "12/QĐ-UBND"));

    private sealed class SeededSystem : TestSystem
    {
        protected override TestSeed Seed => TestSeed.Dossiers;
    }
}
