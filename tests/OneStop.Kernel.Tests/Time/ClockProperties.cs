using FsCheck;
using FsCheck.Fluent;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

// The clock with intervals against the reference: the due date without them, and then every left-out minute once.
public sealed class ClockProperties
{
    private const int Spread = 20 * 24 * 60;
    private static readonly DateTime First = new(2025, 6, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly ClockGround[] Grounds = [ClockGround.Supplement, ClockGround.Payment, ClockGround.FieldCheck, ClockGround.Opinion];
    private static readonly Term Ten = new(10, TermUnit.WorkingDays);

    private sealed record Interval(ClockGround Ground, int From, int Length);

    private static readonly Gen<Interval[]> Intervals =
        Gen.Elements(Grounds).SelectMany(g => Gen.Choose(0, Spread).SelectMany(from => Gen.Choose(1, Spread).Select(length => new Interval(g, from, length))))
            .ListOf(4).Select(list => list.DistinctBy(i => i.Ground).ToArray());

    private static readonly Arbitrary<(string Calendar, int Minute, Interval[] Left)> Cases =
        Gen.Elements(Calendars.Names.ToArray()).SelectMany(name => Gen.Choose(0, 240 * 24 * 60).SelectMany(minute => Intervals.Select(left => (name, minute, left)))).ToArbitrary();

    [Fact]
    public void Intervals_HoweverTheyOverlap_MoveTheDueDateByTheirOfficeTimeOnce() => Prop.ForAll(Cases, c =>
    {
        var (calendar, reference, received) = (Calendars.Of(c.Calendar), Calendars.ReferenceOf(c.Calendar), First.AddMinutes(c.Minute));
        var spans = c.Left.Select(i => (received.AddMinutes(i.From), received.AddMinutes(i.From + i.Length))).ToArray();
        var left = reference.MinutesIn(spans, reference.CountedFrom(received));
        var expected = reference.WorkingDays(received, 10);
        if (left > 0)
            expected = reference.AddMinutes(expected, left);

        var reading = LegalClock.Read(calendar, new ClockPlan(ClockKind.Dossier, Ten), Events(received, c.Left), Instant(received.AddYears(1))).Value;

        return reading.LegalDue == Instant(expected) && reading.Due == reading.LegalDue && reading.PausedSince is null
            && reading.Lines.Sum(l => l.Minutes ?? 0) == left;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Restart_TheTermBeginsAnewWhereTheSupplementCame() => Prop.ForAll(CalendarProperties.Cases(Spread), c =>
    {
        var (calendar, reference, received) = (Calendars.Of(c.Calendar), Calendars.ReferenceOf(c.Calendar), First.AddMinutes(c.Minute));
        var plan = new ClockPlan(ClockKind.Dossier, Ten, null, SupplementMode.Restart);

        var reading = LegalClock.Read(calendar, plan, Events(received, [new Interval(ClockGround.Supplement, 60, c.Amount)]), Instant(received.AddYears(1))).Value;

        return reading.LegalDue == Instant(reference.WorkingDays(received.AddMinutes(60 + c.Amount), 10));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Limit_NoMoreThanItIsEverLeftOut() => Prop.ForAll(CalendarProperties.Cases(3 * Spread), c =>
    {
        var (calendar, reference, received) = (Calendars.Of(c.Calendar), Calendars.ReferenceOf(c.Calendar), First.AddMinutes(c.Minute));
        var plan = new ClockPlan(ClockKind.Dossier, Ten, ThirdPartyLimit: new Term(3, TermUnit.WorkingDays));
        var (from, to) = (received.AddMinutes(60), received.AddMinutes(60 + c.Amount));
        var limit = reference.WorkingDays(from, 3);
        var left = reference.MinutesIn([(from, to < limit ? to : limit)], reference.CountedFrom(received));
        var expected = reference.WorkingDays(received, 10);

        var reading = LegalClock.Read(calendar, plan, Events(received, [new Interval(ClockGround.FieldCheck, 60, c.Amount)]), Instant(received.AddYears(1))).Value;

        return reading.LegalDue == Instant(left == 0 ? expected : reference.AddMinutes(expected, left));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // What waits in the past cannot make late what was not: a longer wait never brings the date forward.
    [Fact]
    public void Due_LongerWaiting_IsNeverEarlier() => Prop.ForAll(CalendarProperties.Cases(Spread), c =>
    {
        var (calendar, received) = (Calendars.Of(c.Calendar), First.AddMinutes(c.Minute));
        var plan = new ClockPlan(ClockKind.Dossier, Ten);

        return DueAfter(c.Amount) <= DueAfter(c.Amount + 600);

        DateTimeOffset? DueAfter(int length) =>
            LegalClock.Read(calendar, plan, Events(received, [new Interval(ClockGround.Opinion, 60, length)]), Instant(received.AddYears(1))).Value.Due;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static ClockEvent[] Events(DateTime received, Interval[] intervals) =>
    [
        new Received(Instant(received)),
        .. intervals.SelectMany(i => new ClockEvent[]
        {
            new IntervalOpened(Instant(received.AddMinutes(i.From)), i.Ground, "NĐ 118/2025", "Mẫu 02"),
            new IntervalClosed(Instant(received.AddMinutes(i.From + i.Length)), i.Ground),
        }).OrderBy(e => e.At),
    ];

    private static DateTimeOffset Instant(DateTime local) => CalendarProperties.Instant(local);
}
