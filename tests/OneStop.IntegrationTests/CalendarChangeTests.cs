using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnCalendarChanged;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;
using OneStop.Notifications.Contracts;
using OneStop.Organisation.Contracts.Events;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.ChangeCalendar;
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
            [(OrganisationErrors.GroundRequired, "Ground"), (OrganisationErrors.DocumentRequired, "Document"), (OrganisationErrors.DateRequired, "Date"),
                (OrganisationErrors.DayNameRequired, "Name"), (OrganisationErrors.DayKindRequired, "Kind"), (OrganisationErrors.HoursUnreadable, "Hours")],
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
