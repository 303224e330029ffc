using OneStop.Kernel.Results;
using OneStop.Organisation.Domain.WorkingTime;

namespace OneStop.Organisation.Tests.WorkingTime;

public class WorkingCalendarTests
{
    private static readonly Term[] TermsPastTheTable = [Term.WorkingDays(3), Term.CalendarDays(3), Term.Hours(40), Term.Months(1)];

    [Fact]
    public void DueDate_PastTheHolidayTable_FailsRatherThanPromiseAWrongDate()
    {
        var received = Calendars.Vietnam("2026-12-30 10:00");

        Assert.All(TermsPastTheTable, term => Assert.Equal(CalendarErrors.OutsideTable, Calendars.Default.DueDate(received, term).Error.Code));
        Assert.True(Calendars.Default.DueDate(received, Term.WorkingDays(1)).IsSuccess);
    }

    [Fact]
    public void DueDate_OnTheLastEveningOfTheTable_Fails()
    {
        var result = Calendars.Default.DueDate(Calendars.Vietnam("2026-12-31 18:00"), Term.SameDay);

        Assert.Equal(CalendarErrors.OutsideTable, result.Error.Code);
        Assert.Equal(ErrorKind.RuleBroken, result.Error.Kind);
    }

    [Theory]
    [InlineData("2024-06-03 10:00")]
    [InlineData("2028-06-03 10:00")]
    public void DueDate_ReceivedOutsideTheTable_Fails(string received) =>
        Assert.Equal(CalendarErrors.OutsideTable, Calendars.Default.DueDate(Calendars.Vietnam(received), Term.WorkingDays(1)).Error.Code);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1_000_000)]
    public void DueDate_AbsurdTerm_IsRefused(int days)
    {
        var received = Calendars.Vietnam("2026-03-02 10:00");

        Assert.Equal(CalendarErrors.UnsoundTerm, Calendars.Default.DueDate(received, Term.WorkingDays(days)).Error.Code);
        Assert.Equal(CalendarErrors.UnsoundTerm, Calendars.Default.DueDate(received, Term.CalendarDays(days)).Error.Code);
    }

    [Fact]
    public void Build_WithoutWorkingDay_IsRefused()
    {
        var never = WeeklyHours.Default with { Standard = DaySchedule.Closed };

        Assert.Equal(CalendarErrors.NoWorkingDay, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [never], [.. Calendars.Table.Where(d => d.Hours is not null)])).Error.Code);
        Assert.Equal(CalendarErrors.NoWorkingDay, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [], Calendars.Table)).Error.Code);
    }

    [Fact]
    public void Build_WithOverlappingHours_IsRefused()
    {
        var overlapping = WeeklyHours.Default with
        {
            Standard = new DaySchedule(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(11, 0), new TimeOnly(17, 0))),
        };

        Assert.Equal(CalendarErrors.HoursOverlap, WorkingCalendar.Build(Calendars.Definition(overlapping)).Error.Code);
    }

    [Fact]
    public void Build_WithoutHolidays_IsRefused() =>
        Assert.Equal(CalendarErrors.NoHolidays, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [WeeklyHours.Default], [])).Error.Code);

    [Fact]
    public void Build_WithADayNamedTwice_IsRefused() =>
        Assert.Equal(
            CalendarErrors.DuplicateDay,
            WorkingCalendar.Build(CalendarDefinition.ForTable("x", [WeeklyHours.Default], [.. Calendars.Table, Calendars.Table[0]])).Error.Code);

    [Fact]
    public void Add_GivesBackTheTimeOfAPause()
    {
        var calendar = Calendars.Default;
        var paused = calendar.Between(Calendars.Vietnam("2026-03-04 16:00"), Calendars.Vietnam("2026-03-09 09:30")).Value;

        Assert.Equal((2, 2, 30), (paused.Days, paused.Hours, paused.Minutes));
        Assert.Equal(Calendars.Vietnam("2026-03-12 16:30"), calendar.Add(Calendars.Vietnam("2026-03-10 14:00"), paused.Time).Value);
    }

    [Fact]
    public void Add_NoTime_MovesNothing()
    {
        var closing = Calendars.Vietnam("2026-03-06 17:00");

        Assert.Equal(closing, Calendars.Default.Add(closing, TimeSpan.Zero).Value);
    }

    [Fact]
    public void Between_WhenLate_IsNegative()
    {
        var late = Calendars.Default.Between(Calendars.Vietnam("2026-03-10 09:00"), Calendars.Vietnam("2026-03-09 08:00")).Value;

        Assert.True(late.IsNegative);
        Assert.Equal((1, 1), (late.Days, late.Hours));
    }

    [Fact]
    public void SpecialDays_InASpan_AreNamed() =>
        Assert.Equal(
            ["Nghỉ bù Giỗ Tổ Hùng Vương", "Ngày Chiến thắng", "Ngày Quốc tế lao động"],
            Calendars.Default.SpecialDays(new DateOnly(2026, 4, 20), new DateOnly(2026, 5, 5)).Select(d => d.Name));

    [Theory]
    [InlineData("2026-03-02 08:00", true)]
    [InlineData("2026-03-02 12:00", false)]
    [InlineData("2026-03-02 17:00", false)]
    [InlineData("2026-01-10 09:00", true)]
    [InlineData("2026-02-17 09:00", false)]
    public void IsWorkingTime_AtBoundaries_IsOpenAtOpeningAndClosedAtClosing(string instant, bool open) =>
        Assert.Equal(open, Calendars.Default.IsWorkingTime(Calendars.Vietnam(instant)));
}
