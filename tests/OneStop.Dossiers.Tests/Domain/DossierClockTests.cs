using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Tests.Domain;

public sealed class DossierClockTests
{
    private static readonly DateTimeOffset Now = DossierBuilder.Now;

    [Theory]
    [InlineData("2025-06-30T16:59:59Z", "2021-12")]
    [InlineData("2025-06-30T17:00:00Z", "2025-07")]
    [InlineData("2025-12-30T16:59:59Z", "2025-09")]
    [InlineData("2025-12-30T17:00:00Z", "2025-12")]
    [InlineData("2027-02-28T16:59:59Z", "2025-12")]
    [InlineData("2027-02-28T17:00:00Z", "2027-03")]
    public void Accept_AroundAChangeOfLaw_KeepsTheSetOfItsReceipt(string at, string key)
    {
        var received = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var dossier = DossierBuilder.In(DossierStatus.Submitted);

        Assert.True(dossier.Accept("H26.1.1-260121-0001", DueDates.By(received.AddDays(20)), DossierBuilder.Clerk, received).IsSuccess);

        Assert.Equal(key, dossier.RuleSetKey);
        Assert.Equal(key, dossier.Rules()!.Key);
    }

    [Fact]
    public void MoveDeadline_ByApology_MovesTheAppointmentOnceAndNeverTheClass()
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);
        var due = dossier.DueAt!.Value;

        Assert.True(dossier.MoveDeadline(due.AddDays(5), "Thông tư 03/2025/TT-VPCP", "12/XL-UBND", DossierBuilder.Leader, due.AddDays(2)).IsSuccess);
        var again = dossier.MoveDeadline(due.AddDays(9), "Thông tư 03/2025/TT-VPCP", "13/XL-UBND", DossierBuilder.Leader, due.AddDays(3));

        Assert.Equal(due.AddDays(5), dossier.DueAt);
        Assert.Equal(due, dossier.LegalDueAt);
        Assert.Equal(due, dossier.OriginalDueAt);
        Assert.Equal(DueClass.Overdue, dossier.ClassAt(due.AddDays(2)));
        Assert.Equal(ClockErrors.TooManyReappointments, again.Error.Code);
        Assert.Equal((DeadlineChangeKind.Reappointment, "12/XL-UBND"), (Assert.Single(dossier.DeadlineChanges).Kind, dossier.DeadlineChanges[0].Document));
    }

    [Fact]
    public void MoveDeadline_ToAnEarlierDayOrWithoutPaper_IsRefused()
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);

        Assert.Equal(ClockErrors.NotLater, dossier.MoveDeadline(dossier.DueAt!.Value, "TT 03/2025", "12/XL-UBND", DossierBuilder.Leader, Now).Error.Code);
        Assert.Equal(ClockErrors.DocumentMissing, dossier.MoveDeadline(dossier.DueAt!.Value.AddDays(1), "TT 03/2025", " ", DossierBuilder.Leader, Now).Error.Code);
    }

    [Theory]
    [InlineData(ClockGround.Outage, "NĐ 118/2025", "CV 1", ClockErrors.GroundRefused)]
    [InlineData(ClockGround.MissingSigner, "NĐ 118/2025", "CV 1", ClockErrors.GroundRefused)]
    [InlineData(ClockGround.InternalWait, "NĐ 118/2025", "CV 1", ClockErrors.GroundRefused)]
    [InlineData(ClockGround.Supplement, "NĐ 118/2025", "CV 1", ClockErrors.GroundRefused)]
    [InlineData(ClockGround.FieldCheck, "", "CV 1", ClockErrors.LegalGroundMissing)]
    [InlineData(ClockGround.FieldCheck, "NĐ 118/2025", null, ClockErrors.DocumentMissing)]
    public void LeaveTimeOut_WithoutASoundGround_IsRefused(ClockGround ground, string legalGround, string? document, string code)
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);

        Assert.Equal(code, dossier.LeaveTimeOut(Out(Now) with { Ground = ground, LegalGround = legalGround, Document = document! }, DossierBuilder.Officer, Now).Error.Code);
        Assert.Null(dossier.PausedAt);
    }

    [Fact]
    public void LeaveTimeOut_ForAFieldCheck_StopsTheClockUntilItEnds()
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);
        var (begun, ended) = (Now.AddDays(1), Now.AddDays(3));

        Assert.True(dossier.LeaveTimeOut(Out(begun), DossierBuilder.Officer, begun).IsSuccess);
        Assert.Equal(begun, dossier.PausedAt);
        Assert.Equal(DueClass.Waiting, dossier.ClassAt(Now.AddDays(60)));
        var events = dossier.ClockEvents(ClockGround.FieldCheck, ended);
        Assert.Equal([typeof(Received), typeof(IntervalOpened), typeof(IntervalClosed)], events.Select(e => e.GetType()));

        Assert.True(dossier.EndTimeOut(ClockGround.FieldCheck, DueDates.By(dossier.DueAt!.Value.AddDays(2)), "CV 9", DossierBuilder.Officer, ended, ended).IsSuccess);
        Assert.Null(dossier.PausedAt);
        Assert.Equal((DeadlineChangeKind.ThirdParty, "CV 5"), (Assert.Single(dossier.DeadlineChanges).Kind, dossier.DeadlineChanges[0].Document));
    }

    [Fact]
    public void LeaveTimeOut_WhenLateOrTwiceOrOutsideTheTerm_IsRefused()
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);
        var late = dossier.LateAt!.Value;

        Assert.Equal(TimeOutErrors.AlreadyLate, dossier.LeaveTimeOut(Out(late.AddDays(-1)), DossierBuilder.Officer, late).Error.Code);
        Assert.Equal(TimeOutErrors.OutsideTerm, dossier.LeaveTimeOut(Out(dossier.AcceptedAt!.Value.AddMinutes(-1)), DossierBuilder.Officer, Now).Error.Code);
        Assert.Equal(TimeOutErrors.OutsideTerm, dossier.LeaveTimeOut(Out(Now.AddDays(1)), DossierBuilder.Officer, Now).Error.Code);
        Assert.Equal(TimeOutErrors.PartyMissing, dossier.LeaveTimeOut(Out(Now) with { Party = " " }, DossierBuilder.Officer, Now).Error.Code);
        Assert.True(dossier.LeaveTimeOut(Out(Now), DossierBuilder.Officer, Now).IsSuccess);
        Assert.Equal(TimeOutErrors.StillOpen, dossier.LeaveTimeOut(Out(Now), DossierBuilder.Officer, Now).Error.Code);
        Assert.Equal(ErrorKind.Forbidden, dossier.EndTimeOut(ClockGround.FieldCheck, dossier.Dates(), null, DossierBuilder.Owner, Now, Now).Error.Kind);

        Assert.True(dossier.EndTimeOut(ClockGround.FieldCheck, dossier.Dates(), null, DossierBuilder.Officer, Now.AddDays(1), Now.AddDays(2)).IsSuccess);
        Assert.Equal(TimeOutErrors.Overlaps, dossier.LeaveTimeOut(Out(Now.AddHours(1)), DossierBuilder.Officer, Now.AddDays(2)).Error.Code);
        Assert.Equal(TimeOutErrors.NotOpen, dossier.EndTimeOut(ClockGround.FieldCheck, dossier.Dates(), null, DossierBuilder.Officer, Now, Now).Error.Code);
    }

    private static TimeOut Out(DateTimeOffset from) => new(
        ClockGround.FieldCheck, "Sở Xây dựng", "NĐ 44/2026/NĐ-CP", "CV 5", from, new Term(3, TermUnit.WorkingDays), from.AddDays(3));

    [Fact]
    public void AskSupplement_AfterAcceptance_NamesTheLawAndThePaper()
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);

        Assert.True(dossier.AskSupplement(DossierBuilder.Ask with { LegalBasis = null }, DossierBuilder.Officer, Now).IsSuccess);

        var pause = Assert.Single(dossier.Pauses);
        Assert.Equal(dossier.Rules()!.Decree, pause.LegalGround);
        Assert.Contains("Mẫu 02", pause.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void MoveByCalendar_MovesAllDatesAndRecordsGroundAndPaper()
    {
        var dossier = DossierBuilder.In(DossierStatus.Processing);
        var later = DueDates.By(dossier.DueAt!.Value.AddDays(1));

        Assert.True(dossier.MoveByCalendar(later, "Kế hoạch nghỉ Tết", "CV 99/BNV", Actor.System, Now));
        Assert.False(dossier.MoveByCalendar(later, "Kế hoạch nghỉ Tết", "CV 99/BNV", Actor.System, Now));

        Assert.Equal((later.Due, later.Legal, later.LateAt), (dossier.DueAt, dossier.LegalDueAt, dossier.LateAt));
        Assert.Equal((DeadlineChangeKind.Calendar, "CV 99/BNV"), (Assert.Single(dossier.DeadlineChanges).Kind, dossier.DeadlineChanges[0].Document));
    }
}
