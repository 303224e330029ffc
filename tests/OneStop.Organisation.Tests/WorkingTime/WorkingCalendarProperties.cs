using FsCheck;
using FsCheck.Fluent;
using OneStop.Kernel.Time;
using OneStop.Organisation.Domain.WorkingTime;

namespace OneStop.Organisation.Tests.WorkingTime;

public class WorkingCalendarProperties
{
    private static readonly DateTime First = new(2025, 12, 1, 0, 0, 0, DateTimeKind.Unspecified);

    // Two shapes of week, and one whose hours change in the middle of February.
    private static readonly CalendarDefinition[] Definitions =
    [
        Calendars.Definition(),
        Calendars.Definition(Calendars.SaturdayMornings),
        Calendars.Definition() with
        {
            Weeks =
            [
                WeeklyHours.Default,
                Calendars.SaturdayMornings with
                {
                    ValidFrom = new DateOnly(2026, 2, 10),
                    Standard = new DaySchedule(new Session(new TimeOnly(7, 0), new TimeOnly(11, 30)), new Session(new TimeOnly(13, 30), new TimeOnly(17, 0))),
                },
            ],
        },
    ];

    private static readonly Term[] Terms =
    [
        new(12, TermUnit.WorkingHours), new(3, TermUnit.WorkingDays), new(10, TermUnit.CalendarDays), new(1, TermUnit.Months), new(0, TermUnit.WorkingDays),
    ];

    private static readonly (WorkingCalendar Calendar, MinuteByMinute Reference)[] Pairs =
        [.. Definitions.Select(d => (WorkingCalendar.Build(d).Value, new MinuteByMinute(d)))];

    // Minutes from 1 December to 28 February: the year's end, a swapped Saturday and Tết lie between.
    private static Arbitrary<(int Shape, int Minute, int Amount)> Cases(int largest) =>
        Gen.Choose(0, Definitions.Length - 1)
            .SelectMany(shape => Gen.Choose(0, 90 * 24 * 60).SelectMany(minute => Gen.Choose(1, largest).Select(amount => (shape, minute, amount))))
            .ToArbitrary();

    [Fact]
    public void CountedFrom_AnyMinute_AgreesWithReference() => Check(1, (calendar, reference, received, _) =>
        calendar.CountedFrom(Instant(received)).Value == Instant(reference.CountedFrom(received)));

    [Fact]
    public void HourTerm_AnyReceipt_AgreesWithReference() => Check(120, (calendar, reference, received, hours) =>
        calendar.EndOf(new Term(hours, TermUnit.WorkingHours), Instant(received)).Value.Due == Instant(reference.AddMinutes(reference.CountedFrom(received), hours * 60)));

    [Fact]
    public void WorkingDayTerm_AnyReceipt_AgreesWithReference() => Check(45, (calendar, reference, received, days) =>
        calendar.EndOf(new Term(days, TermUnit.WorkingDays), Instant(received)).Value.Due == Instant(reference.WorkingDays(received, days)));

    [Fact]
    public void CalendarDayTerm_AnyReceipt_AgreesWithReference() => Check(90, (calendar, reference, received, days) =>
        calendar.EndOf(new Term(days, TermUnit.CalendarDays), Instant(received)).Value.Due == Instant(reference.CalendarDays(received, days)));

    [Fact]
    public void Between_AnySpan_AgreesWithReference() => Check(20_000, (calendar, reference, from, minutes) =>
        calendar.Between(Instant(from), Instant(from.AddMinutes(minutes))).Value == TimeSpan.FromMinutes(reference.MinutesBetween(from, from.AddMinutes(minutes))));

    [Fact]
    public void Add_ThenBetween_GivesBackTheAmount() => Check(50_000, (calendar, _, from, minutes) =>
        calendar.Between(Instant(from), calendar.Add(Instant(from), TimeSpan.FromMinutes(minutes)).Value).Value == TimeSpan.FromMinutes(minutes));

    // By the day for terms in days: a last day moved off a Sunday keeps its own hour, which may be later than that of a Monday term.
    [Fact]
    public void DueDate_LaterReceipt_NeverOnAnEarlierDay() => Check(2_000, (calendar, _, received, later) =>
        Terms.All(term => DayOf(calendar.EndOf(term, Instant(received)).Value) <= DayOf(calendar.EndOf(term, Instant(received.AddMinutes(later))).Value)));

    private static void Check(int largest, Func<WorkingCalendar, MinuteByMinute, DateTime, int, bool> holds) =>
        Prop.ForAll(Cases(largest), c => holds(Pairs[c.Shape].Calendar, Pairs[c.Shape].Reference, First.AddMinutes(c.Minute), c.Amount))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static DateOnly DayOf(TermEnd end) => end.Due.VietnamDate();

    private static DateTimeOffset Instant(DateTime local) => new(local, TimeSpan.FromHours(7));
}
