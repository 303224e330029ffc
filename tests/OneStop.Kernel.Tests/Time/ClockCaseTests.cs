using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Kernel.Time.Clocks;
using OneStop.Kernel.Time.Rules;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

public sealed class ClockCaseTests
{
    private static readonly DateTimeOffset Later = Calendars.Vietnam("2027-12-01 08:00");

    public static TheoryData<string> Lines => [.. ClockCase.Lines];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Read_EachCase_GivesTheDatesOfTheLaw(string line)
    {
        var row = ClockCase.Read(line);

        var reading = LegalClock.Read(Calendars.Of(row.Calendar), row.Plan, row.Events, Later);

        Assert.True(reading.IsSuccess, row.Basis);
        Assert.True(row.LegalDue == reading.Value.LegalDue, $"{row.Basis}: {reading.Value.LegalDue?.ToVietnam():yyyy-MM-dd HH:mm}");
        Assert.True(row.Due == reading.Value.Due, $"{row.Basis}: appointment {reading.Value.Due?.ToVietnam():yyyy-MM-dd HH:mm}");
        Assert.Equal(row.RuleSet, RuleSets.At(row.Events[0].At).Key);
    }

    // The receipt is said, the first due date too, and every change is a line with its ground and paper.
    [Theory]
    [MemberData(nameof(Lines))]
    public void Read_EachCase_ExplainsEveryChange(string line)
    {
        var row = ClockCase.Read(line);

        var reading = LegalClock.Read(Calendars.Of(row.Calendar), row.Plan, row.Events, Later).Value;

        Assert.Equal(LineKind.Received, reading.Lines[0].Kind);
        Assert.Equal(reading.OriginalDue, Assert.Single(reading.Lines, l => l.Kind == LineKind.Due).Due);
        Assert.Equal(reading.CountedFrom == row.Events[0].At, reading.Lines.All(l => l.Kind is not (LineKind.BeforeOpening or LineKind.LunchBreak or LineKind.AfterClosing or LineKind.DayOff or LineKind.AfterCutOff)));
        Assert.All(reading.Changes, c => Assert.Contains(reading.Lines, l => l.Kind == c.Kind && l.LegalGround == c.LegalGround && l.Document == c.Document));
        Assert.Equal(reading.Due, reading.Changes.Count == 0 ? reading.OriginalDue : reading.Changes[^1].To);
        Assert.All(reading.Changes.Zip(reading.Changes.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Cases_CoverTheLaw()
    {
        Assert.True(ClockCase.Lines.Count >= 120, $"{ClockCase.Lines.Count} cases");
        Assert.All(ClockCase.Lines, l => Assert.False(string.IsNullOrWhiteSpace(ClockCase.Read(l).Basis)));
        Assert.Equal(["2021-12", "2025-07", "2025-09", "2025-12", "2027-03"], ClockCase.Lines.Select(l => ClockCase.Read(l).RuleSet).Distinct().Order());
        Assert.Contains(ClockCase.Lines, l => Calendars.Table.Any(d => d.Kind == DayKinds.WorkedInExchange && d.Date == ClockCase.Read(l).LegalDue.VietnamDate()));
        Assert.Contains(ClockCase.Lines, l => ClockCase.Read(l) is var c && c.Events[0].At.VietnamDate().Year < c.LegalDue.VietnamDate().Year);
    }
}
