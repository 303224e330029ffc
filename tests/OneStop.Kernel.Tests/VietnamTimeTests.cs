using OneStop.Kernel.Time;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class VietnamTimeTests
{
    [Theory]
    [InlineData("2026-03-01T16:59:59Z", "2026-03-01")]
    [InlineData("2026-03-01T17:00:00Z", "2026-03-02")]
    [InlineData("2025-12-31T17:00:00Z", "2026-01-01")]
    public void VietnamDate_ChangesAtSeventeenHoursUtc(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).VietnamDate());

    [Fact]
    public void FromVietnam_IsUtcAndComesBack()
    {
        var instant = VietnamTime.FromVietnam(new DateOnly(2026, 3, 2), new TimeOnly(8, 0));

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal((8, TimeSpan.FromHours(7)), (instant.ToVietnam().Hour, instant.ToVietnam().Offset));
    }
}
