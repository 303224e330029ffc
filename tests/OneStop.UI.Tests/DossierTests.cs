using Bunit;

namespace OneStop.UI.Tests;

public sealed class DossierTests : UiTest
{
    private static readonly DossierCardView Draft = new("TAM-7K2M", "Đăng ký khai sinh", "Bản nháp", Tone.Neutral, "/ho-so/1", HasClock: false);

    [Fact]
    public void DossierCard_OfADraft_SpeaksOfNoDate()
    {
        var card = Render<DossierCard>(p => p.Add(c => c.Dossier, Draft));

        Assert.Empty(card.FindAll(".os-due"));
        Assert.Equal("/ho-so/1", card.Find("h3 a").GetAttribute("href"));
    }

    [Fact]
    public void DossierCard_InProgress_SaysWhoWhereAndWhen()
    {
        var card = Render<DossierCard>(p => p.Add(c => c.Dossier, Draft with { Applicant = "Lê Minh", Where = "UBND phường Cửa Nam", DueAt = Now.AddHours(16), HasClock = true }));

        Assert.Equal(["Người nộp", "Đang ở", "Hẹn trả"], card.FindAll("dt").Select(term => term.TextContent));
        Assert.Contains("Còn 2 ngày", card.Find(".os-due").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_WhenMoreUsedThanAllowed_MarksIt()
    {
        TimelineEntry[] way =
        [
            new("Tiếp nhận", TimelineState.Done, "Một cửa", Now, Now.AddHours(2), TimeSpan.FromHours(2), TimeSpan.FromHours(4)),
            new("Thẩm định", TimelineState.Now, "Phòng Văn hóa", Now, null, TimeSpan.FromHours(20), TimeSpan.FromHours(16)),
            new("Ký", TimelineState.Next, null, null, null, null, TimeSpan.FromHours(8)),
        ];

        var timeline = Render<Timeline>(p => p.Add(t => t.Items, way));

        Assert.Equal("Đã dùng 20 giờ làm việc trong thời hạn 2 ngày làm việc", Assert.Single(timeline.FindAll(".os-timeline__over")).TextContent.Trim());
        Assert.Contains("Thẩm định", timeline.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
        Assert.Contains("23/11/2026 09:00 – 11:00", timeline.Markup.Replace("\n", "", StringComparison.Ordinal).StripTags(), StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_OfAPause_ShowsItsReason()
    {
        var timeline = Render<Timeline>(p => p.Add(t => t.Items, [new TimelineEntry("Chờ bổ sung", TimelineState.Paused, Note: "Thiếu giấy chứng sinh.")]));

        Assert.Equal("Thiếu giấy chứng sinh.", timeline.Find(".os-timeline__note").TextContent);
        Assert.Contains("Tạm dừng", timeline.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
    }
}
