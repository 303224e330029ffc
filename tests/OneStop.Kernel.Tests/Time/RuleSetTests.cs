using OneStop.Kernel.Time.Rules;
using Xunit;

namespace OneStop.Kernel.Tests.Time;

public sealed class RuleSetTests
{
    [Theory]
    [InlineData("2021-12-05", "2018-06", "2018", "2018", "NĐ 107/2021 took force on 6 December 2021")]
    [InlineData("2021-12-06", "2021-12", "2018", "2018", "NĐ 107/2021 took force on 6 December 2021")]
    [InlineData("2025-06-30", "2021-12", "2018", "2018", "NĐ 61/2018 to its last day")]
    [InlineData("2025-07-01", "2025-07", "2025", "2018", "NĐ 118/2025 with the forms of TT 01/2018")]
    [InlineData("2025-09-14", "2025-07", "2025", "2018", "the day before TT 03/2025")]
    [InlineData("2025-09-15", "2025-09", "2025", "2025", "TT 03/2025: new forms")]
    [InlineData("2025-12-30", "2025-09", "2025", "2025", "the day before NĐ 367/2025")]
    [InlineData("2025-12-31", "2025-12", "2025", "2025", "NĐ 367/2025")]
    [InlineData("2027-02-28", "2025-12", "2025", "2025", "the day before Luật Hộ tịch 03/2026")]
    [InlineData("2027-03-01", "2027-03", "2025", "2025", "Luật Hộ tịch 03/2026")]
    [InlineData("2040-01-01", "2027-03", "2025", "2025", "nothing ends the last set")]
    public void At_AroundEachBoundary_IsTheSetInForce(string day, string key, string generation, string forms, string basis)
    {
        var set = RuleSets.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.True((key, generation, forms) == (set.Key, set.Generation, set.Forms), $"{basis}: {set.Key}");
        Assert.Same(set, RuleSets.Find(key));
        Assert.True(set.IsInForce(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Sets_FollowEachOtherWithoutGapOrOverlap()
    {
        Assert.All(RuleSets.All.Zip(RuleSets.All.Skip(1)), pair => Assert.Equal(pair.First.Through!.Value.AddDays(1), pair.Second.From));
        Assert.Null(RuleSets.All[^1].Through);
        Assert.Equal(RuleSets.All.Count, RuleSets.All.Select(s => s.Key).Distinct().Count());
    }

    // The civil day in Việt Nam decides, not the one in UTC.
    [Fact]
    public void At_LateEveningInUtc_IsTheNextDayInVietnam()
    {
        Assert.Equal("2021-12", RuleSets.At(new DateTimeOffset(2025, 6, 30, 16, 59, 59, TimeSpan.Zero)).Key);
        Assert.Equal("2025-07", RuleSets.At(new DateTimeOffset(2025, 6, 30, 17, 0, 0, TimeSpan.Zero)).Key);
    }

    [Fact]
    public void CivilStatusLaw_ChangesOnTheFirstOfMarch2027()
    {
        Assert.Equal("Luật Hộ tịch 60/2014/QH13", RuleSets.At(new DateOnly(2027, 2, 28)).TextOf("Hộ tịch"));
        Assert.Equal("Luật Hộ tịch 03/2026/QH16", RuleSets.At(new DateOnly(2027, 3, 1)).TextOf("Hộ tịch "));
        Assert.Null(RuleSets.At(new DateOnly(2027, 3, 1)).TextOf("Đất đai"));
    }

    [Fact]
    public void Limits_HangOnTheSet()
    {
        Assert.Null(RuleSets.Find("2018-06")!.Limits.SupplementsPerAgency);
        Assert.All(RuleSets.All.Skip(1), s => Assert.Equal(1, s.Limits.SupplementsPerAgency));
        Assert.All(RuleSets.All, s => Assert.Equal(1, s.Limits.Reappointments));
    }
}
