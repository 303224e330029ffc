using OneStop.Documents.Forms;

namespace OneStop.Documents.Tests.Forms;

public sealed class ResultDocumentTests
{
    [Fact]
    public async Task Render_Decision_FollowsTheOrderOfAStatePaper()
    {
        using var pdf = new Pdf(new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision));

        var text = await pdf.FlowingTextAsync();
        string[] order =
        [
            "QUYẾT ĐỊNH Về việc trợ cấp", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "Căn cứ Luật", "QUYẾT ĐỊNH:", "Điều 1. ", "Điều 2. ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vũ Thu Hà",
        ];
        var places = order.Select(words => text.IndexOf(words, StringComparison.Ordinal)).ToArray();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("Số: 123/QĐ-UBND", text, StringComparison.Ordinal);
        Assert.Contains("Hà Nội, ngày 05 tháng 02 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("595.276 x 841.89 pts (A4)", await pdf.InfoAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_LongDecision_NumbersPagesFromTheSecond()
    {
        var articles = Enumerable.Range(1, 30).Select(number => $"Điều {number}. {string.Join(' ', Enumerable.Repeat("Nội dung của điều khoản", 12))}.");
        using var pdf = new Pdf(new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision with { Paragraphs = [.. articles] }));

        var pages = await pdf.PagesAsync();

        Assert.True(pages.Length > 2);
        Assert.Equal("2", pages[1].Split('\n')[0].Trim());
        Assert.Contains("CỘNG HÒA", pages[0].Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NotYetNumbered_LeavesRoomForTheNumber()
    {
        using var pdf = new Pdf(new ResultDocument(FormTexts.Vietnamese).Render(Samples.Decision with { NumberAndSymbol = string.Empty }));

        Assert.Contains("Số:", await pdf.TextAsync(), StringComparison.Ordinal);
    }
}
