using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Domain.WorkingTime;

namespace OneStop.Organisation.Tests.WorkingTime;

public class WorkingCalendarTests
{
    private static readonly Term[] TermsPastTheTable = [new(3, TermUnit.WorkingDays), new(3, TermUnit.CalendarDays), new(40, TermUnit.WorkingHours), new(1, TermUnit.Months)];

    [Fact]
    public void EndOf_PastTheHolidayTable_FailsRatherThanPromiseAWrongDate()
    {
        var received = Calendars.Vietnam("2026-12-30 10:00");

        Assert.All(TermsPastTheTable, term => Assert.Equal(CalendarErrors.NotPlanned, Calendars.Default.EndOf(term, received).Error.Code));
        Assert.True(Calendars.Default.EndOf(new Term(1, TermUnit.WorkingDays), received).IsSuccess);
    }

    [Fact]
    public void EndOf_OnTheLastEveningOfTheTable_Fails()
    {
        var result = Calendars.Default.EndOf(new Term(0, TermUnit.WorkingDays), Calendars.Vietnam("2026-12-31 18:00"));

        Assert.Equal(CalendarErrors.NotPlanned, result.Error.Code);
        Assert.Equal(ErrorKind.RuleBroken, result.Error.Kind);
    }

    [Theory]
    [InlineData("2024-06-03 10:00")]
    [InlineData("2028-06-03 10:00")]
    public void EndOf_ReceivedOutsideTheTable_Fails(string received) =>
        Assert.Equal(CalendarErrors.NotPlanned, Calendars.Default.EndOf(new Term(1, TermUnit.WorkingDays), Calendars.Vietnam(received)).Error.Code);

    [Theory]
    [InlineData(-1)]
    [InlineData(-3)]
    [InlineData(1_000_000)]
    public void EndOf_AbsurdTerm_IsRefused(int days)
    {
        var received = Calendars.Vietnam("2026-03-02 10:00");

        Assert.Equal(WorkingTimeErrors.UnsoundTerm, Calendars.Default.EndOf(new Term(days, TermUnit.WorkingDays), received).Error.Code);
        Assert.Equal(WorkingTimeErrors.UnsoundTerm, Calendars.Default.EndOf(new Term(days, TermUnit.CalendarDays), received).Error.Code);
    }

    [Fact]
    public void Build_WithoutWorkingDay_IsRefused()
    {
        var never = WeeklyHours.Default with { Standard = DaySchedule.Closed };

        Assert.Equal(WorkingTimeErrors.NoWorkingDay, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [never], [.. Calendars.Table.Where(d => d.Hours is not null)])).Error.Code);
        Assert.Equal(WorkingTimeErrors.NoWorkingDay, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [], Calendars.Table)).Error.Code);
    }

    [Fact]
    public void Build_WithOverlappingHours_IsRefused()
    {
        var overlapping = WeeklyHours.Default with
        {
            Standard = new DaySchedule(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(11, 0), new TimeOnly(17, 0))),
        };

        Assert.Equal(WorkingTimeErrors.HoursOverlap, WorkingCalendar.Build(Calendars.Definition(overlapping)).Error.Code);
    }

    [Fact]
    public void Build_WithoutHolidays_IsRefused() =>
        Assert.Equal(WorkingTimeErrors.NoHolidays, WorkingCalendar.Build(CalendarDefinition.ForTable("x", [WeeklyHours.Default], [])).Error.Code);

    [Fact]
    public void Build_WithADayNamedTwice_IsRefused() =>
        Assert.Equal(
            WorkingTimeErrors.DuplicateDay,
            WorkingCalendar.Build(CalendarDefinition.ForTable("x", [WeeklyHours.Default], [.. Calendars.Table, Calendars.Table[0]])).Error.Code);

    [Fact]
    public void Add_GivesBackTheTimeOfAPause()
    {
        var calendar = Calendars.Default;
        var paused = calendar.Between(Calendars.Vietnam("2026-03-04 16:00"), Calendars.Vietnam("2026-03-09 09:30")).Value;

        Assert.Equal(TimeSpan.FromHours((2 * 8) + 2.5), paused);
        Assert.Equal(Calendars.Vietnam("2026-03-12 16:30"), calendar.Add(Calendars.Vietnam("2026-03-10 14:00"), paused).Value);
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

        Assert.Equal(TimeSpan.FromHours(-9), late);
    }

    [Fact]
    public void DaysOff_InATerm_NameTheHolidays() =>
        Assert.Equal(
            [
                (new DateOnly(2026, 4, 25), null), (new DateOnly(2026, 4, 26), null), (new DateOnly(2026, 4, 27), "Nghỉ bù Giỗ Tổ Hùng Vương"),
                (new DateOnly(2026, 4, 30), "Ngày Chiến thắng"), (new DateOnly(2026, 5, 1), "Ngày Quốc tế lao động"),
            ],
            Calendars.Default.DaysOff(Calendars.Vietnam("2026-04-24 16:00"), Calendars.Vietnam("2026-05-01 08:00")));

    [Theory]
    [InlineData("2026-03-02 08:00", true)]
    [InlineData("2026-03-02 12:00", false)]
    [InlineData("2026-03-02 17:00", false)]
    [InlineData("2026-01-10 09:00", true)]
    [InlineData("2026-02-17 09:00", false)]
    public void IsWorkingTime_AtBoundaries_IsOpenAtOpeningAndClosedAtClosing(string instant, bool open) =>
        Assert.Equal(open, Calendars.Default.IsWorkingTime(Calendars.Vietnam(instant)));
}
