using OneStop.Kernel.Time;

namespace OneStop.Organisation.Tests.WorkingTime;

public class TermEndTests
{
    // 2026-03-02 is a Monday. Each row names the rule it stands for.
    [Theory]
    [InlineData("2026-03-02 14:20", "2026-03-03 14:20", 1, "Bộ luật Dân sự 147.2: day one is the day after receipt")]
    [InlineData("2026-03-02 08:00", "2026-03-03 08:00", 1, "147.2: even when received at opening")]
    [InlineData("2026-03-02 06:30", "2026-03-03 08:00", 1, "received before opening counts as opening")]
    [InlineData("2026-03-02 12:00", "2026-03-03 13:00", 1, "received in the lunch break counts as 13:00")]
    [InlineData("2026-03-02 12:59", "2026-03-03 13:00", 1, "received in the lunch break counts as 13:00")]
    [InlineData("2026-03-02 16:59", "2026-03-03 16:59", 1, "last minute of office hours is that day")]
    [InlineData("2026-03-02 17:00", "2026-03-04 08:00", 1, "received at closing counts as next morning")]
    [InlineData("2026-03-06 17:30", "2026-03-10 08:00", 1, "received Friday evening counts as Monday morning")]
    [InlineData("2026-03-07 10:00", "2026-03-10 08:00", 1, "received online on Saturday counts as Monday morning")]
    [InlineData("2026-03-06 10:00", "2026-03-09 10:00", 1, "Bộ luật Lao động 111: weekly rest is no working day")]
    [InlineData("2026-03-02 10:00", "2026-04-01 10:00", 22, "1.001776: 22 working days")]
    [InlineData("2025-12-30 10:00", "2026-01-05 10:00", 1, "Bộ luật Lao động 112: New Year, with a swapped Friday")]
    [InlineData("2026-01-09 10:00", "2026-01-10 10:00", 1, "a Saturday worked in exchange is a working day")]
    [InlineData("2026-01-10 10:00", "2026-01-12 10:00", 1, "received on a worked Saturday counts that day")]
    [InlineData("2026-02-13 15:00", "2026-02-23 15:00", 1, "Bộ luật Lao động 112: Tết")]
    [InlineData("2026-02-17 09:00", "2026-02-24 08:00", 1, "received during Tết counts as the first morning after")]
    [InlineData("2026-04-24 09:00", "2026-04-28 09:00", 1, "Bộ luật Lao động 111.3: a holiday on Sunday moves to Monday")]
    [InlineData("2026-04-29 09:00", "2026-05-04 09:00", 1, "30 April and 1 May")]
    public void WorkingDays_AtReceipt_AreDueAtTheSameHour(string received, string due, int days, string basis) =>
        AssertDue(received, due, new Term(days, TermUnit.WorkingDays), basis);

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-17 10:00", 15, "1.013225: fifteen days count Saturdays and Sundays")]
    [InlineData("2026-03-02 10:00", "2026-03-09 10:00", 5, "Bộ luật Dân sự 148.5: last day on Saturday moves to Monday")]
    [InlineData("2026-03-02 10:00", "2026-03-09 10:00", 6, "148.5: last day on Sunday moves to Monday")]
    [InlineData("2026-02-06 10:00", "2026-02-23 10:00", 10, "148.5: last day in Tết moves behind it")]
    [InlineData("2026-02-10 10:00", "2026-02-25 10:00", 15, "holidays inside the term count")]
    [InlineData("2025-12-30 10:00", "2026-01-10 10:00", 11, "last day on a worked Saturday stays")]
    [InlineData("2026-03-06 18:00", "2026-03-10 08:00", 1, "received after closing counts as Monday")]
    public void CalendarDays_EndingOnADayOff_MoveToTheNextWorkingDay(string received, string due, int days, string basis) =>
        AssertDue(received, due, new Term(days, TermUnit.CalendarDays), basis);

    [Theory]
    [InlineData("2026-03-02 09:30", "2026-03-02 17:00", "NĐ 23/2015 art. 7: on the day of receipt")]
    [InlineData("2026-03-02 15:00", "2026-03-02 17:00", "art. 7 says after 15:00; the stroke of 15:00 is not after")]
    [InlineData("2026-03-02 15:01", "2026-03-03 17:00", "art. 7: after 15:00, the next working day")]
    [InlineData("2026-03-06 15:30", "2026-03-09 17:00", "art. 7: Friday after 15:00, Monday")]
    [InlineData("2026-03-02 17:30", "2026-03-03 17:00", "received after closing counts as next morning, which is before 15:00")]
    [InlineData("2026-02-13 16:00", "2026-02-23 17:00", "the next working day is after Tết")]
    public void SameDay_AroundFifteen_IsDueAtClosing(string received, string due, string basis) => AssertDue(received, due, new Term(0, TermUnit.WorkingDays), basis);

    [Theory]
    [InlineData("2026-03-02 08:00", "2026-03-02 17:00", 8, "eight hours are one whole day")]
    [InlineData("2026-03-02 11:00", "2026-03-02 14:00", 2, "the lunch break does not count")]
    [InlineData("2026-03-02 08:00", "2026-03-02 12:00", 4, "due when the morning ends, not when the afternoon begins")]
    [InlineData("2026-03-06 16:00", "2026-03-09 09:00", 2, "over the weekend")]
    [InlineData("2026-03-02 20:00", "2026-03-03 12:00", 4, "received after closing")]
    public void Hours_AreCountedInOfficeHours(string received, string due, int hours, string basis) => AssertDue(received, due, new Term(hours, TermUnit.WorkingHours), basis);

    [Theory]
    [InlineData("2026-01-30 10:00", "2026-03-02 10:00", 1, "Bộ luật Dân sự 148.4: no 30 February, so its last day, a Saturday, so Monday")]
    [InlineData("2026-03-02 10:00", "2026-04-02 10:00", 1, "148.4: the same day of the next month")]
    public void Months_EndOnTheSameDayOfTheMonth(string received, string due, int months, string basis) => AssertDue(received, due, new Term(months, TermUnit.Months), basis);

    [Fact]
    public void WorkingDays_EndingOnAHalfDay_EndAtItsClosing()
    {
        var due = Calendars.WithSaturdayMornings.EndOf(new Term(1, TermUnit.WorkingDays), Calendars.Vietnam("2026-03-06 14:20")).Value;

        Assert.Equal(Calendars.Vietnam("2026-03-07 12:00"), due.Due);
    }

    [Fact]
    public void EndOf_FromAnotherOffset_IsTheSameInstant()
    {
        var utc = Calendars.Vietnam("2026-03-02 14:20").ToUniversalTime();

        Assert.Equal(Calendars.Vietnam("2026-03-03 14:20"), Calendars.Default.EndOf(new Term(1, TermUnit.WorkingDays), utc).Value.Due);
    }

    [Fact]
    public void EndOf_TellsTheMomentItCountsFrom()
    {
        var due = Calendars.Default.EndOf(new Term(1, TermUnit.WorkingDays), Calendars.Vietnam("2026-03-02 12:15")).Value;

        Assert.Equal(Calendars.Vietnam("2026-03-02 13:00"), due.CountedFrom);
    }

    private static void AssertDue(string received, string due, Term term, string basis)
    {
        var result = Calendars.Default.EndOf(term, Calendars.Vietnam(received));

        Assert.True(result.IsSuccess, basis);
        Assert.True(Calendars.Vietnam(due) == result.Value.Due, $"{basis}: expected {due}, got {result.Value.Due.ToVietnam():yyyy-MM-dd HH:mm}");
    }
}
