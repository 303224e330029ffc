using Bunit;

namespace OneStop.UI.Tests;

public sealed class DueTextTests : UiTest
{
    [Theory]
    [InlineData("vi", 19 * 60, "Còn 2 ngày 3 giờ", "neutral")]
    [InlineData("vi", 8 * 60, "Còn 1 ngày", "neutral")]
    [InlineData("vi", (8 * 60) - 1, "Còn 7 giờ 59 phút", "warning")]
    [InlineData("vi", 25, "Còn 25 phút", "warning")]
    [InlineData("vi", 30 * 8 * 60, "Còn 30 ngày", "neutral")]
    [InlineData("vi", -10 * 60, "Quá hạn 1 ngày 2 giờ", "late")]
    [InlineData("en", 19 * 60, "2 days 3 hours left", "neutral")]
    [InlineData("en", -60, "1 hour late", "late")]
    public void DueText_BeforeAndAfter_SaysItInWords(string language, int minutes, string expected, string tone)
    {
        Speak(language);

        var due = Render<DueText>(p => p.Add(d => d.DueAt, Now.AddMinutes(minutes)).Add(d => d.ShowDate, false));

        Assert.Equal(expected, due.Find(".os-due").TextContent.Trim());
        Assert.Contains($"os-due--{tone}", due.Find(".os-due").ClassList);
    }

    [Fact]
    public void DueText_WithDate_ShowsItOnTheVietnameseClock()
    {
        var due = Render<DueText>(p => p.Add(d => d.DueAt, new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.Zero)));

        Assert.EndsWith("(hẹn 25/11/2026 16:30)", due.Find(".os-due").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DueText_WhenPaused_ShowsNoDateThatWouldMove()
    {
        var due = Render<DueText>(p => p.Add(d => d.DueAt, Now.AddHours(-5)).Add(d => d.IsPaused, true));

        Assert.Equal("Đang tạm dừng tính thời gian", due.Find(".os-due").TextContent.Trim());
    }

    [Theory]
    [InlineData(-60, "Xong đúng hạn")]
    [InlineData(0, "Xong đúng hạn")]
    [InlineData(60, "Xong muộn 1 giờ")]
    public void DueText_WhenFinished_ComparesWithTheDate(int minutesAfterDue, string expected)
    {
        var due = Render<DueText>(p => p.Add(d => d.DueAt, Now.AddDays(-2)).Add(d => d.FinishedAt, Now.AddDays(-2).AddMinutes(minutesAfterDue)).Add(d => d.ShowDate, false));

        Assert.Equal(expected, due.Find(".os-due").TextContent.Trim());
    }

    [Theory]
    [InlineData(null, "Quá hạn, hẹn lại: còn 2 giờ", "late")]
    [InlineData(1, "Xong muộn 1 ngày 1 giờ", "late")]
    public void DueText_WhenReappointed_StaysLateByTheLegalDate(int? finishedHoursAgo, string expected, string tone)
    {
        var due = Render<DueText>(p => p.Add(d => d.DueAt, Now.AddHours(2)).Add(d => d.LegalDueAt, Now.AddHours(-10)).Add(d => d.LateAt, Now.AddHours(-3))
            .Add(d => d.FinishedAt, finishedHoursAgo is { } hours ? Now.AddHours(-hours) : null).Add(d => d.ShowDate, false));

        Assert.Equal(expected, due.Find(".os-due").TextContent.Trim());
        Assert.Contains($"os-due--{tone}", due.Find(".os-due").ClassList);
    }

    // "Finished late" beside an appointment that was kept would read as a contradiction.
    [Theory]
    [InlineData(null, "(hẹn 12/10/2026 15:00)")]
    [InlineData("2026-10-05T07:00:00Z", "(hẹn 01/10/2026 09:00)")]
    public void DueText_WhenReappointed_ShowsTheAppointmentAndOnceFinishedTheLegalDate(string? finished, string expected)
    {
        var due = Render<DueText>(p => p.Add(d => d.DueAt, new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero)).Add(d => d.LegalDueAt, new DateTimeOffset(2026, 10, 1, 2, 0, 0, TimeSpan.Zero))
            .Add(d => d.FinishedAt, finished is null ? null : DateTimeOffset.Parse(finished, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.EndsWith(expected, due.Find(".os-due").TextContent, StringComparison.Ordinal);
    }
}
