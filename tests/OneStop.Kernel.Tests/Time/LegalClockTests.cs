using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

public sealed class LegalClockTests
{
    private static readonly ClockPlan Five = new(ClockKind.Dossier, new Term(5, TermUnit.WorkingDays));
    private static readonly DateTimeOffset Received = Calendars.Vietnam("2026-03-02 10:00");
    private static readonly DateTimeOffset Later = Calendars.Vietnam("2026-06-01 10:00");

    private static WorkingCalendar Hanoi => Calendars.Of("hn");

    [Theory]
    [InlineData(ClockGround.Outage)]
    [InlineData(ClockGround.MissingSigner)]
    [InlineData(ClockGround.InternalWait)]
    public void Interval_ForAnOutageOrAMissingSigner_IsRefusedWhateverThePaper(ClockGround ground)
    {
        var events = new ClockEvent[] { new Received(Received), new IntervalOpened(Received.AddDays(1), ground, "NĐ 99/2022/NĐ-CP Điều 16", "Công văn 12") };

        Assert.Equal(ClockErrors.GroundRefused, LegalClock.Read(Hanoi, Five, events, Later).Error.Code);
        Assert.Equal(ClockErrors.GroundRefused, LegalClock.CheckInterval(ground, "NĐ 99/2022/NĐ-CP", "Công văn 12").Error.Code);
    }

    [Theory]
    [InlineData("", "Mẫu 02", ClockErrors.LegalGroundMissing)]
    [InlineData("NĐ 118/2025/NĐ-CP", " ", ClockErrors.DocumentMissing)]
    public void Interval_WithoutGroundOrPaper_IsRefused(string legalGround, string document, string code)
    {
        var events = new ClockEvent[] { new Received(Received), new IntervalOpened(Received.AddDays(1), ClockGround.Supplement, legalGround, document) };

        Assert.Equal(code, LegalClock.Read(Hanoi, Five, events, Later).Error.Code);
    }

    [Fact]
    public void Events_ThatDoNotFit_AreRefused()
    {
        var opened = new IntervalOpened(Received.AddDays(1), ClockGround.Supplement, "NĐ 118/2025/NĐ-CP", "Mẫu 02");
        ClockEvent[][] unsound =
        [
            [], [opened], [new Received(Received), new IntervalClosed(Received.AddDays(1), ClockGround.Supplement)], [new Received(Received), opened, opened],
            [new Received(Received), opened, new IntervalClosed(Received, ClockGround.Supplement)], [new Received(Received), new Received(Received)],
        ];

        Assert.All(unsound, events => Assert.Equal(ClockErrors.EventsUnsound, LegalClock.Read(Hanoi, Five, events, Later).Error.Code));
    }

    [Fact]
    public void Payment_WhereTheRuleLeavesItsTimeIn_IsRefused()
    {
        var events = new ClockEvent[] { new Received(Received), new IntervalOpened(Received.AddDays(1), ClockGround.Payment, "NĐ 101/2024/NĐ-CP", "Thông báo thuế") };

        Assert.Equal(ClockErrors.GroundRefused, LegalClock.Read(Hanoi, Five with { PausesForPayment = false }, events, Later).Error.Code);
        Assert.True(LegalClock.Read(Hanoi, Five, events, Later).IsSuccess);
    }

    [Fact]
    public void NoReturnDate_HasNoDateAndSaysSo()
    {
        var reading = LegalClock.Read(Hanoi, Five with { Term = null }, [new Received(Received)], Later).Value;

        Assert.Equal((null, null, null), (reading.Due, reading.LegalDue, reading.LateAt));
        Assert.Equal([LineKind.Received, LineKind.NoReturnDate], reading.Lines.Select(l => l.Kind));
    }

    [Theory]
    [InlineData(3, LineKind.Term)]
    [InlineData(0, LineKind.SameDay)]
    public void Term_FoundForOneDossier_SaysByWhat(int days, LineKind kind)
    {
        var plan = Five with { Term = new Term(days, TermUnit.WorkingDays), TermGround = "Cấp lại do bị mất" };

        var lines = LegalClock.Read(Hanoi, plan, [new Received(Received)], Later).Value.Lines;

        Assert.Equal((kind, "Cấp lại do bị mất"), Assert.Single(lines, l => l.LegalGround is not null) is var line ? (line.Kind, line.LegalGround) : default);
    }

    [Fact]
    public void Reappointment_MovesTheAppointmentAndNeverTheClass()
    {
        var to = Calendars.Vietnam("2026-03-16 10:00");
        var reading = LegalClock.Read(Hanoi, Five, [new Received(Received), new Reappointed(Calendars.Vietnam("2026-03-09 09:00"), to, "TT 03/2025/TT-VPCP", "Mẫu 04 số 7")], Later).Value;

        Assert.Equal(to, reading.Due);
        Assert.Equal(reading.OriginalDue, reading.LegalDue);
        Assert.Equal(DueClass.Late, DueClasses.Done(TermUnit.WorkingDays, reading.LegalDue, Calendars.Vietnam("2026-03-13 10:00")));
    }

    [Fact]
    public void Reappointment_ToAnEarlierMomentOrOnceTooOften_IsRefused()
    {
        Assert.Equal(ClockErrors.NotLater, LegalClock.CheckReappointment(Later, Later, 0, 1).Error.Code);
        Assert.Equal(ClockErrors.TooManyReappointments, LegalClock.CheckReappointment(Received, Later, 1, 1).Error.Code);
        Assert.True(LegalClock.CheckReappointment(Received, Later, 0, 1).IsSuccess);
    }

    [Fact]
    public void OpenInterval_StopsTheClock_AndOneWithALimitEndsByItself()
    {
        var opened = new IntervalOpened(Calendars.Vietnam("2026-03-04 10:00"), ClockGround.Opinion, "NĐ 44/2026/NĐ-CP", "Công văn 5", new Term(3, TermUnit.WorkingDays));

        var before = LegalClock.Read(Hanoi, Five, [new Received(Received), opened], Calendars.Vietnam("2026-03-06 10:00")).Value;
        var after = LegalClock.Read(Hanoi, Five, [new Received(Received), opened], Calendars.Vietnam("2026-03-10 10:00")).Value;

        Assert.Equal(opened.At, before.PausedSince);
        Assert.Equal(before.OriginalDue, before.LegalDue);
        Assert.Equal(LineKind.WaitingSince, before.Lines[^1].Kind);
        Assert.Null(after.PausedSince);
        Assert.Equal(Calendars.Vietnam("2026-03-12 10:00"), after.LegalDue);
        Assert.Equal((LineKind.LeftOutToLimit, 3m), (after.Lines[^1].Kind, after.Lines[^1].Amount));
    }

    [Fact]
    public void HolidayTableThatEnds_WhilePaused_RefusesRatherThanGuess()
    {
        var events = new ClockEvent[]
        {
            new Received(Calendars.Vietnam("2027-12-20 10:00")), new IntervalOpened(Calendars.Vietnam("2027-12-21 10:00"), ClockGround.Supplement, "NĐ 118/2025", "Mẫu 02"),
            new IntervalClosed(Calendars.Vietnam("2027-12-30 10:00"), ClockGround.Supplement),
        };

        Assert.Equal(CalendarErrors.NotPlanned, LegalClock.Read(Hanoi, Five, events, Calendars.Vietnam("2027-12-30 10:00")).Error.Code);
    }

    [Theory]
    [InlineData("10cd", "2026-03-02 10:00", "2026-03-12", "day one is the day after the request (Bộ luật Dân sự 147.2)")]
    [InlineData("10cd", "2026-03-02 23:59", "2026-03-12", "the day of the request is its civil day")]
    [InlineData("10cd", "2026-03-03 00:00", "2026-03-13", "midnight begins the next day")]
    [InlineData("5cd", "2026-03-02 10:00", "2026-03-09", "a Saturday moves to Monday (148.5)")]
    [InlineData("30cd", "2026-01-20 10:00", "2026-02-23", "a last day in Tết moves behind it (148.5)")]
    [InlineData("60cd", "2026-03-02 10:00", "2026-05-04", "1 May moves to Monday")]
    [InlineData("30wd", "2026-03-02 10:00", "2026-04-13", "1.009125: thirty working days")]
    [InlineData("1wd", "2026-03-07 10:00", "2026-03-09", "asked on a Saturday, Monday is day one")]
    [InlineData("3m", "2026-01-31 10:00", "2026-05-04", "30 April is a holiday (148.4, 148.5)")]
    public void Supplement_LastDayToAnswer(string term, string asked, string lastDay, string basis)
    {
        var found = LegalClock.LastDayToAnswer(Hanoi, ClockCase.TermOf(term), Calendars.Vietnam(asked));

        Assert.True(found.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == lastDay, $"{basis}: {found.Value}");
    }

    // 148.6: the last day ends at 24:00, so its last second still counts and the next does not.
    [Theory]
    [InlineData("2026-03-02 10:00", false)]
    [InlineData("2026-03-12 00:00", false)]
    [InlineData("2026-03-12 23:59", false)]
    [InlineData("2026-03-13 00:00", true)]
    [InlineData("2026-04-01 09:00", true)]
    public void Supplement_StopsOnlyWhenTheLastDayIsOver(string now, bool stopped) =>
        Assert.Equal(stopped, LegalClock.HasStopped(new DateOnly(2026, 3, 12), Calendars.Vietnam(now)));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(5_000)]
    public void Supplement_AbsurdWait_IsRefused(int days) =>
        Assert.Equal(CalendarErrors.UnsoundTerm, LegalClock.LastDayToAnswer(Hanoi, new Term(days, TermUnit.CalendarDays), Received).Error.Code);

    [Fact]
    public void StepAndConsultation_RunOnTheSameClock()
    {
        var step = new ClockPlan(ClockKind.Step, new Term(12, TermUnit.WorkingHours));
        var body = new ClockPlan(ClockKind.Consultation, new Term(5, TermUnit.WorkingDays));
        var events = new ClockEvent[]
        {
            new Received(Received), new IntervalOpened(Calendars.Vietnam("2026-03-02 15:00"), ClockGround.Supplement, "NĐ 118/2025", "Mẫu 02"),
            new IntervalClosed(Calendars.Vietnam("2026-03-03 15:00"), ClockGround.Supplement),
        };

        Assert.Equal(Calendars.Vietnam("2026-03-04 15:00"), LegalClock.Read(Hanoi, step, events, Later).Value.Due);
        Assert.Equal(Calendars.Vietnam("2026-03-10 10:00"), LegalClock.Read(Hanoi, body, events, Later).Value.Due);
    }
}
