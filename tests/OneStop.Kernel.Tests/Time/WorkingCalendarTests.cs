using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly Term[] TermsPastTheTable = [new(3, TermUnit.WorkingDays), new(3, TermUnit.CalendarDays), new(40, TermUnit.WorkingHours), new(1, TermUnit.Months)];
    private static readonly WeeklyHours Ordinary = WeeklyHours.Default;

    private static WorkingCalendar Hanoi => Calendars.Of("hn");

    [Fact]
    public void EndOf_PastTheHolidayTable_FailsRatherThanPromiseAWrongDate()
    {
        var received = Calendars.Vietnam("2027-12-30 10:00");

        Assert.All(TermsPastTheTable, term => Assert.Equal(CalendarErrors.NotPlanned, Hanoi.EndOf(term, received).Error.Code));
        Assert.True(Hanoi.EndOf(new Term(1, TermUnit.WorkingDays), received).IsSuccess);
    }

    [Fact]
    public void EndOf_OnTheLastEveningOfTheTable_Fails()
    {
        var result = Hanoi.EndOf(new Term(0, TermUnit.WorkingDays), Calendars.Vietnam("2027-12-31 18:00"));

        Assert.Equal(CalendarErrors.NotPlanned, result.Error.Code);
        Assert.Equal(ErrorKind.RuleBroken, result.Error.Kind);
        Assert.Equal(new DateOnly(2027, 12, 31), result.Error.Args![0]);
    }

    [Theory]
    [InlineData("2023-06-05 10:00")]
    [InlineData("2028-06-05 10:00")]
    public void EndOf_ReceivedOutsideTheTable_Fails(string received) =>
        Assert.Equal(CalendarErrors.NotPlanned, Hanoi.EndOf(new Term(1, TermUnit.WorkingDays), Calendars.Vietnam(received)).Error.Code);

    // A year of which only the first days are known would forget its Tết.
    [Fact]
    public void Coverage_EndsWithTheLastYearWhosePlanIsWhole()
    {
        var half = CalendarDefinition.ForTable("x", [Ordinary], [.. Calendars.Table.Where(d => d.Date < new DateOnly(2027, 3, 1))]);
        var whole = CalendarDefinition.ForTable("x", [Ordinary], Calendars.Table);

        Assert.Equal(new DateOnly(2026, 12, 31), half.CoveredThrough);
        Assert.Equal(new DateOnly(2027, 12, 31), whole.CoveredThrough);
        Assert.Equal([PlanGaps.HungKings, PlanGaps.Victory, PlanGaps.Labour, PlanGaps.National], HolidayPlan.Missing(half.SpecialDays, 2027));
        Assert.Equal(CalendarErrors.NotPlanned, WorkingCalendar.Build(half).Value.EndOf(new Term(10, TermUnit.WorkingDays), Calendars.Vietnam("2026-12-25 10:00")).Error.Code);
    }

    [Fact]
    public void Coverage_OfATableWithAGap_IsTheLastRunOfYears()
    {
        var gap = CalendarDefinition.ForTable("x", [Ordinary], [.. Calendars.Table.Where(d => d.Date.Year != 2025)]);

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)), (gap.CoveredFrom, gap.CoveredThrough));
    }

    [Theory]
    [InlineData(-1, TermUnit.WorkingDays)]
    [InlineData(-3, TermUnit.Months)]
    [InlineData(-0.5, TermUnit.WorkingHours)]
    [InlineData(0, TermUnit.WorkingHours)]
    [InlineData(0, TermUnit.Months)]
    [InlineData(1.5, TermUnit.CalendarDays)]
    [InlineData(0.5, TermUnit.Months)]
    [InlineData(1_000_000, TermUnit.WorkingDays)]
    [InlineData(1_000_000, TermUnit.CalendarDays)]
    public void EndOf_AbsurdTerm_IsRefused(double amount, TermUnit unit) =>
        Assert.Equal(CalendarErrors.UnsoundTerm, Hanoi.EndOf(new Term((decimal)amount, unit), Calendars.Vietnam("2026-03-02 10:00")).Error.Code);

    [Fact]
    public void Build_WithoutWorkingDay_IsRefused()
    {
        var never = new WeeklyHours(DateOnly.MinValue, DaySchedule.Closed, new Dictionary<DayOfWeek, DaySchedule>());

        Assert.Equal(CalendarErrors.NoWorkingDay, WorkingCalendar.Build(Calendars.Definition(never)).Error.Code);
        Assert.Equal(CalendarErrors.NoWorkingDay, WorkingCalendar.Build(Calendars.Definition()).Error.Code);
    }

    [Theory]
    [InlineData(8, 12, 11, 17)]
    [InlineData(8, 8, 13, 17)]
    [InlineData(12, 8, 13, 17)]
    public void Build_WithOverlappingOrTurnedHours_IsRefused(int opens, int closes, int again, int ends)
    {
        var hours = Ordinary with { Standard = new DaySchedule(new Session(new TimeOnly(opens, 0), new TimeOnly(closes, 0)), new Session(new TimeOnly(again, 0), new TimeOnly(ends, 0))) };

        Assert.Equal(CalendarErrors.HoursOverlap, WorkingCalendar.Build(Calendars.Definition(hours)).Error.Code);
    }

    [Fact]
    public void Build_WithoutHolidays_IsRefused() =>
        Assert.Equal(CalendarErrors.NoHolidays, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [Ordinary], [])).Error.Code);

    [Fact]
    public void Build_WithADayNamedTwice_IsRefused() =>
        Assert.Equal(CalendarErrors.DuplicateDay, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [Ordinary], [.. Calendars.Table, Calendars.Table[0]])).Error.Code);

    [Fact]
    public void PartOfDay_HasItsOwnHours_AndIsRefusedWithout()
    {
        var day = new DateOnly(2026, 12, 24);
        var morning = SpecialDay.FromTable(day, "Nghỉ buổi chiều", DayKinds.PartOfDay, new DaySchedule(new Session(new TimeOnly(8, 0), new TimeOnly(11, 0))));
        var calendar = WorkingCalendar.Build(CalendarDefinition.ForTable("x", [Ordinary], [.. Calendars.Table, morning])).Value;
        var unknown = CalendarDefinition.ForTable("x", [Ordinary], [.. Calendars.Table, morning with { Hours = null }]);

        Assert.Equal(Calendars.Vietnam("2026-12-24 11:00"), calendar.EndOf(new Term(1, TermUnit.WorkingDays), Calendars.Vietnam("2026-12-23 15:00")).Value.Due);
        Assert.Equal(Calendars.Vietnam("2026-12-25 08:30"), calendar.AddHours(Calendars.Vietnam("2026-12-24 10:00"), 1.5m).Value);
        Assert.Equal(CalendarErrors.PartWithoutHours, WorkingCalendar.Build(unknown).Error.Code);
    }

    [Fact]
    public void Add_NoTime_MovesNothing()
    {
        var closing = Calendars.Vietnam("2026-03-06 17:00");

        Assert.Equal(closing, Hanoi.Add(closing, TimeSpan.Zero).Value);
    }

    [Fact]
    public void Between_WhenLate_IsNegative() =>
        Assert.Equal(TimeSpan.FromHours(-9), Hanoi.Between(Calendars.Vietnam("2026-03-10 09:00"), Calendars.Vietnam("2026-03-09 08:00")).Value);

    [Theory]
    [InlineData("2026-03-02 08:00", true)]
    [InlineData("2026-03-02 12:00", false)]
    [InlineData("2026-03-02 17:00", false)]
    [InlineData("2026-01-10 09:00", true)]
    [InlineData("2026-02-17 09:00", false)]
    public void IsWorkingTime_AtBoundaries_IsOpenAtOpeningAndClosedAtClosing(string instant, bool open) =>
        Assert.Equal(open, Hanoi.IsWorkingTime(Calendars.Vietnam(instant)));
}
