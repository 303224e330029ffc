using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OneStop.Approvals.Components;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Resources;
using OneStop.Approvals.Tests.Office;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class RhythmWordsTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Theory]
    [InlineData("vi", nameof(TimerKind.Cycle), "R/P1M", "mỗi tháng")]
    [InlineData("en", nameof(TimerKind.Cycle), "R/P1M", "every month")]
    [InlineData("vi", nameof(TimerKind.Cycle), "R3/P2D", "mỗi 2 ngày, 3 lần")]
    [InlineData("en", nameof(TimerKind.Cycle), "R3/P2D", "every 2 days, times: 3")]
    [InlineData("vi", nameof(TimerKind.Cycle), "R/2027-01-01T00:00:00Z/P1Y6M", "mỗi 1 năm 6 tháng")]
    [InlineData("vi", nameof(TimerKind.Cycle), "P1W", "mỗi 7 ngày")]
    [InlineData("vi", nameof(TimerKind.Duration), "PT1H30M", "sau 1 giờ 30 phút")]
    [InlineData("en", nameof(TimerKind.Duration), "P1M", "after 1 month")]
    [InlineData("vi", nameof(TimerKind.Date), "2026-12-01T01:00:00Z", "lúc 08:00 ngày 01/12/2026")]
    [InlineData("vi", nameof(TimerKind.Cycle), "0 0 1 * *", "0 0 1 * *")]
    [InlineData("vi", nameof(TimerKind.Date), "ngayHen", "ngayHen")]
    public void Rhythm_OfATimer_IsSaidInWords(string language, string kind, string value, string expected)
    {
        Speak(language);

        Assert.Equal(expected, RhythmWords.Of(Services.GetRequiredService<IStringLocalizer<DesignTexts>>(), Enum.Parse<TimerKind>(kind), value));
    }
}
