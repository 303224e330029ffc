using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

public sealed class DueClassTests
{
    private static readonly DateTimeOffset Due = Calendars.Vietnam("2026-03-10 14:20");

    [Theory]
    [InlineData(TermUnit.WorkingDays, "2026-03-09 23:59", DueClass.Early)]
    [InlineData(TermUnit.WorkingDays, "2026-03-10 00:00", DueClass.OnTime)]
    [InlineData(TermUnit.WorkingDays, "2026-03-10 23:59", DueClass.OnTime)]
    [InlineData(TermUnit.WorkingDays, "2026-03-11 00:00", DueClass.Late)]
    [InlineData(TermUnit.CalendarDays, "2026-03-10 16:00", DueClass.OnTime)]
    [InlineData(TermUnit.Months, "2026-03-11 08:00", DueClass.Late)]
    [InlineData(TermUnit.WorkingHours, "2026-03-10 13:59", DueClass.Early)]
    [InlineData(TermUnit.WorkingHours, "2026-03-10 14:00", DueClass.OnTime)]
    [InlineData(TermUnit.WorkingHours, "2026-03-10 14:59", DueClass.OnTime)]
    [InlineData(TermUnit.WorkingHours, "2026-03-10 15:00", DueClass.Late)]
    public void Done_IsJudgedByTheUnitOfTheTerm(TermUnit unit, string finished, DueClass expected) =>
        Assert.Equal(expected, DueClasses.Done(unit, Due, Calendars.Vietnam(finished)));

    [Theory]
    [InlineData("2026-03-09 09:00", null, DueClass.Within)]
    [InlineData("2026-03-09 10:00", null, DueClass.DueSoon)]
    [InlineData("2026-03-10 23:59", null, DueClass.DueSoon)]
    [InlineData("2026-03-11 00:00", null, DueClass.Overdue)]
    [InlineData("2026-03-20 10:00", "2026-03-06 10:00", DueClass.Waiting)]
    [InlineData("2026-03-20 10:00", "2026-03-11 10:00", DueClass.Overdue)]
    public void Open_IsJudgedByWarningLatenessAndPause(string now, string? pausedSince, DueClass expected)
    {
        var late = DueClasses.LateFrom(TermUnit.WorkingDays, Due);

        Assert.Equal(expected, DueClasses.Open(Calendars.Vietnam("2026-03-09 10:00"), late, pausedSince is null ? null : Calendars.Vietnam(pausedSince), Calendars.Vietnam(now)));
    }

    [Fact]
    public void NoDate_HasNoClassOfLateness()
    {
        Assert.Equal(DueClass.NoDate, DueClasses.Done(TermUnit.WorkingDays, null, Due));
        Assert.Equal(DueClass.NoDate, DueClasses.Open(null, null, null, Due));
    }

    // A fifth of the term, at least an hour, at most two days of office time.
    [Theory]
    [InlineData("1h", "2026-03-02 10:00", "2026-03-02 10:00")]
    [InlineData("8h", "2026-03-02 08:00", "2026-03-02 15:24")]
    [InlineData("5wd", "2026-03-02 10:00", "2026-03-06 10:00")]
    [InlineData("45wd", "2026-03-02 10:00", "2026-05-05 10:00")]
    public void Warning_BeginsInTheLastFifth(string term, string received, string warn)
    {
        var reading = LegalClock.Read(Calendars.Of("hn"), new ClockPlan(ClockKind.Dossier, ClockCase.TermOf(term)), [new Received(Calendars.Vietnam(received))], Due).Value;

        Assert.Equal(Calendars.Vietnam(warn), reading.WarnAt);
    }

    [Fact]
    public void Breach_NamesTheStepThatOverran_ElseTheOneThatHeldTheDossier()
    {
        var desk = Step("Tiếp nhận", "2026-03-02 10:00", "2026-03-02 11:00", allowed: 60, used: 60);
        var officer = Step("Thẩm định", "2026-03-02 11:00", "2026-03-10 11:00", allowed: 960, used: 2880);
        var leader = Step("Ký duyệt", "2026-03-10 11:00", null, allowed: 480, used: 480);

        var overrun = Breach.Of([desk, officer, leader], Due);
        var held = Breach.Of([desk, officer with { AllowedMinutes = null }, leader], Due);

        Assert.Equal((officer, leader), (overrun.Responsible, overrun.HeldAtDue));
        Assert.Equal([officer], overrun.Overruns);
        Assert.Equal((leader, leader), (held.Responsible, held.HeldAtDue));
        Assert.Null(Breach.Of([], Due).Responsible);
    }

    private static StepUse Step(string name, string entered, string? done, int allowed, int used) => new(
        Guid.CreateVersion7(), name, Guid.Empty, "UBND phường", null, Calendars.Vietnam(entered), done is null ? null : Calendars.Vietnam(done), allowed, used);

    // Late from a moment on, and what was due before a moment is late now: one rule from both sides, by the hour and by the day in Việt Nam.
    [Theory]
    [InlineData(TermUnit.WorkingHours)]
    [InlineData(TermUnit.WorkingDays)]
    [InlineData(TermUnit.CalendarDays)]
    [InlineData(TermUnit.Months)]
    public void LateBefore_SaysTheSameAsLateFrom_AtEveryQuarterOfTwoDays(TermUnit unit)
    {
        var due = new DateTimeOffset(2026, 3, 5, 8, 30, 0, TimeSpan.Zero);
        for (var now = due.AddDays(-1); now < due.AddDays(2); now = now.AddMinutes(15))
            Assert.Equal(DueClasses.LateFrom(unit, due) <= now, due < DueClasses.LateBefore(unit, now));
    }

    [Theory]
    [InlineData(480, TermUnit.WorkingDays)]
    [InlineData(960, TermUnit.WorkingDays)]
    [InlineData(240, TermUnit.WorkingHours)]
    [InlineData(720, TermUnit.WorkingHours)]
    [InlineData(0, TermUnit.WorkingHours)]
    [InlineData(null, TermUnit.WorkingHours)]
    public void UnitOf_WholeDaysOfEightHours_IsTheDay(int? minutes, TermUnit unit) => Assert.Equal(unit, DueClasses.UnitOf(minutes));
}
