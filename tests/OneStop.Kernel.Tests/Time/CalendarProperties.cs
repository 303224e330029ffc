using FsCheck;
using FsCheck.Fluent;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

// Every answer of the calendar against one that looks at each minute of the wall clock.
public sealed class CalendarProperties
{
    private static readonly DateTime First = new(2025, 6, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly TimeOnly Fifteen = new(15, 0);

    private static readonly Term[] Terms =
    [
        new(12, TermUnit.WorkingHours), new(3, TermUnit.WorkingDays), new(10, TermUnit.CalendarDays), new(1, TermUnit.Months), new(0, TermUnit.WorkingDays),
    ];

    // Minutes of nine months: new office hours on 1 July, a year's end, a swapped Saturday and Tết lie between.
    internal static Arbitrary<(string Calendar, int Minute, int Amount)> Cases(int largest) =>
        Gen.Elements(Calendars.Names.ToArray())
            .SelectMany(name => Gen.Choose(0, 270 * 24 * 60).SelectMany(minute => Gen.Choose(1, largest).Select(amount => (name, minute, amount))))
            .ToArbitrary();

    [Fact]
    public void CountedFrom_AnyMinute_AgreesWithReference() => Check(1, (calendar, reference, received, _) =>
        calendar.CountedFrom(Instant(received)).Value == Instant(reference.CountedFrom(received)));

    [Fact]
    public void HourTerm_AnyReceipt_AgreesWithReference() => Check(120, (calendar, reference, received, hours) =>
        Due(calendar, new Term(hours, TermUnit.WorkingHours), received) == Instant(reference.AddMinutes(reference.CountedFrom(received), hours * 60)));

    [Fact]
    public void WorkingDayTerm_AnyReceipt_AgreesWithReference() => Check(45, (calendar, reference, received, days) =>
        Due(calendar, new Term(days, TermUnit.WorkingDays), received) == Instant(reference.WorkingDays(received, days)));

    [Fact]
    public void HalfDayTerm_AnyReceipt_AgreesWithReference() => Check(30, (calendar, reference, received, days) =>
        Due(calendar, new Term(days + 0.5m, TermUnit.WorkingDays), received) == Instant(reference.AddMinutes(reference.WorkingDays(received, days), 4 * 60)));

    [Fact]
    public void CalendarDayTerm_AnyReceipt_AgreesWithReference() => Check(90, (calendar, reference, received, days) =>
        Due(calendar, new Term(days, TermUnit.CalendarDays), received) == Instant(reference.CalendarDays(received, days)));

    [Fact]
    public void MonthTerm_AnyReceipt_AgreesWithReference() => Check(12, (calendar, reference, received, months) =>
        Due(calendar, new Term(months, TermUnit.Months), received) == Instant(reference.Months(received, months)));

    [Fact]
    public void SameDay_AnyReceipt_AgreesWithReference() => Check(1, (calendar, reference, received, _) =>
        calendar.EndOf(new Term(0, TermUnit.WorkingDays), Instant(received), Fifteen).Value.Due == Instant(reference.SameDay(received, Fifteen)));

    [Fact]
    public void Between_AnySpan_AgreesWithReference() => Check(20_000, (calendar, reference, from, minutes) =>
        calendar.Between(Instant(from), Instant(from.AddMinutes(minutes))).Value == TimeSpan.FromMinutes(reference.MinutesBetween(from, from.AddMinutes(minutes))));

    [Fact]
    public void Add_ThenBetween_GivesBackTheAmount() => Check(50_000, (calendar, _, from, minutes) =>
        calendar.Between(Instant(from), calendar.Add(Instant(from), TimeSpan.FromMinutes(minutes)).Value).Value == TimeSpan.FromMinutes(minutes));

    [Fact]
    public void Add_BackAndForth_LosesNothing() => Check(20_000, (calendar, _, from, minutes) =>
        calendar.Between(calendar.Add(Instant(from), TimeSpan.FromMinutes(-minutes)).Value, Instant(from)).Value == TimeSpan.FromMinutes(minutes));

    [Fact]
    public void DaysWithin_AnySpan_AgreesWithReference() => Check(400, (calendar, reference, from, days) =>
    {
        var to = from.AddDays(days);
        var (rest, special) = calendar.DaysWithin(Instant(from), Instant(to));
        var off = Enumerable.Range(0, days + 1).Count(i => !reference.IsWorkingDay(from.Date.AddDays(i)));
        return rest + special.Count(d => !reference.IsWorkingDay(d.Date.ToDateTime(TimeOnly.MinValue))) == off;
    });

    // By the day for terms in days: a last day moved off a Sunday keeps its own hour, which may be later than that of a Monday term.
    [Fact]
    public void DueDate_LaterReceipt_NeverOnAnEarlierDay() => Check(2_000, (calendar, _, received, later) =>
        Terms.All(term => Due(calendar, term, received).VietnamDate() <= Due(calendar, term, received.AddMinutes(later)).VietnamDate()));

    private static DateTimeOffset Due(WorkingCalendar calendar, Term term, DateTime received) => calendar.EndOf(term, Instant(received)).Value.Due;

    private static void Check(int largest, Func<WorkingCalendar, MinuteByMinute, DateTime, int, bool> holds) =>
        Prop.ForAll(Cases(largest), c => holds(Calendars.Of(c.Calendar), Calendars.ReferenceOf(c.Calendar), First.AddMinutes(c.Minute), c.Amount))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    internal static DateTimeOffset Instant(DateTime local) => new(local, TimeSpan.FromHours(7));
}
