using System.Globalization;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Kernel.Time.Clocks;

// The lines from receipt to the first due date.
internal static class FirstLines
{
    public static IEnumerable<ExplanationLine> Of(WorkingCalendar calendar, ClockPlan plan, Term term, DateTimeOffset received, TermEnd end)
    {
        yield return new ExplanationLine(LineKind.Received) { At = received };
        if (CountedLater(calendar, plan, received, end.CountedFrom) is { } later)
            yield return later;
        foreach (var line in TermLines(calendar, term, end))
            yield return line.Kind is LineKind.Term or LineKind.SameDay ? line with { LegalGround = plan.TermGround } : line;
        yield return new ExplanationLine(LineKind.Due) { Due = end.Due };
    }

    public static IEnumerable<ExplanationLine> TermLines(WorkingCalendar calendar, Term term, TermEnd end)
    {
        if (term.IsSameDay)
        {
            yield return new ExplanationLine(LineKind.SameDay);
            yield break;
        }

        yield return new ExplanationLine(LineKind.Term) { Amount = term.Amount, Unit = term.Unit };
        var lines = term.Unit is TermUnit.WorkingHours or TermUnit.WorkingDays ? DaysLeftOut(calendar, end) : LastDay(calendar, term, end);
        foreach (var line in lines)
            yield return line;
    }

    private static IEnumerable<ExplanationLine> DaysLeftOut(WorkingCalendar calendar, TermEnd end)
    {
        var (rest, special) = calendar.DaysWithin(end.CountedFrom, end.Due);
        if (rest > 0)
            yield return new ExplanationLine(LineKind.WeeklyRest) { Amount = rest };
        foreach (var day in special)
        {
            if (calendar.ScheduleOf(day.Date) is { IsWorking: false })
                yield return new ExplanationLine(LineKind.Holiday) { Day = day.Date, Name = day.Name };
            else if (day.Kind == DayKinds.WorkedInExchange)
                yield return new ExplanationLine(LineKind.WorkedInExchange) { Day = day.Date, Name = day.Name };
        }
    }

    private static IEnumerable<ExplanationLine> LastDay(WorkingCalendar calendar, Term term, TermEnd end)
    {
        var start = end.CountedFrom.VietnamDate();
        var last = term.Unit == TermUnit.Months ? start.AddMonths((int)term.Amount) : start.AddDays((int)term.Amount);
        var (rest, special) = calendar.DaysWithin(end.CountedFrom, VietnamTime.FromVietnam(last, TimeOnly.MinValue));
        if (rest > 0 || special.Count > 0)
            yield return new ExplanationLine(LineKind.DaysOffCount);
        if (last != end.Due.VietnamDate())
            yield return new ExplanationLine(LineKind.LastDayMoved) { Day = last, Name = calendar.SpecialDayOn(last)?.Name, Due = end.Due };
    }

    private static ExplanationLine? CountedLater(WorkingCalendar calendar, ClockPlan plan, DateTimeOffset received, DateTimeOffset counted)
    {
        if (received == counted)
            return null;

        var (day, time) = (received.VietnamDate(), received.ToVietnam().TimeOfDay);
        var schedule = calendar.ScheduleOf(day)!;
        var kind = !schedule.IsWorking ? LineKind.DayOff
            : counted.VietnamDate() == day ? (time < schedule.Opening ? LineKind.BeforeOpening : LineKind.LunchBreak)
            : time >= schedule.Closing ? LineKind.AfterClosing : LineKind.AfterCutOff;
        var name = kind switch
        {
            LineKind.DayOff => calendar.SpecialDayOn(day)?.Name,
            LineKind.AfterCutOff => plan.CutOff!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
            _ => null,
        };
        return new ExplanationLine(kind) { At = received, Until = counted, Name = name };
    }
}
