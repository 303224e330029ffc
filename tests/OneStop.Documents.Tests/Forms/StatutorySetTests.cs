using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Forms.Templates;
using OneStop.Kernel.Time.Rules;

namespace OneStop.Documents.Tests.Forms;

/// <summary>Mẫu 01 to 06 of 2018 and 01 to 07 of 2025: titles, fields and paper as the circulars have them, seen with another program.</summary>
public sealed class StatutorySetTests
{
    private static readonly DateOnly LastOf2018 = new(2025, 9, 14);
    private static readonly DateOnly FirstOf2025 = new(2025, 9, 15);

    [Theory]
    [InlineData(StatutoryForm.Receipt, "mau-01", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ")]
    [InlineData(StatutoryForm.Supplement, "mau-02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ")]
    [InlineData(StatutoryForm.Refusal, "mau-03", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ")]
    [InlineData(StatutoryForm.Apology, "mau-04", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ")]
    [InlineData(StatutoryForm.StopNotice, null, null)]
    [InlineData(StatutoryForm.ControlSlip, "mau-05", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ")]
    [InlineData(StatutoryForm.Register, "mau-06", "SỔ THEO DÕI HỒ SƠ")]
    public void Find_OnTheLastDayOf2018_IsTheOldForm(StatutoryForm form, string? key, string? title) => AssertForm(form, LastOf2018, "2018", key, title);

    [Theory]
    [InlineData(StatutoryForm.Receipt, "mau-01", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ")]
    [InlineData(StatutoryForm.Supplement, "mau-02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ")]
    [InlineData(StatutoryForm.Refusal, "mau-03", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ")]
    [InlineData(StatutoryForm.Apology, "mau-04", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT")]
    [InlineData(StatutoryForm.StopNotice, "mau-05", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ")]
    [InlineData(StatutoryForm.ControlSlip, "mau-06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ")]
    [InlineData(StatutoryForm.Register, "mau-07", "SỔ THEO DÕI HỒ SƠ")]
    public void Find_OnTheFirstDayOf2025_IsTheNewForm(StatutoryForm form, string key, string title) => AssertForm(form, FirstOf2025, "2025", key, title);

    [Fact]
    public void Find_OnEveryFirstDayOfARuleSet_IsOfTheFormsThatSetNames()
    {
        Assert.All(RuleSets.All, set => Assert.Equal(set.Forms, FormTemplates.Shipped.Find(StatutoryForm.Receipt, set.From)?.Set));
        Assert.All(RuleSets.All, set => Assert.Equal(set.Forms, FormTemplates.Shipped.Find(StatutoryForm.Receipt, set.Through ?? set.From)?.Set));
    }

    [Theory]
    [InlineData("2018-12-31", "419.528 x 595.276 pts", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ")]
    [InlineData("2025-09-15", "595.276 x 841.89 pts (A4)", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT")]
    public async Task Apology_OfADossierOfThatDay_PrintsTheFormInForceAtItsReceipt(string receivedOn, string paper, string title)
    {
        using var pdf = new Pdf(Samples.Forms.Apology(Samples.Apology with { Header = Samples.Apology.Header with { InForceOn = DateOnly.Parse(receivedOn, System.Globalization.CultureInfo.InvariantCulture) } }));

        var text = await pdf.FlowingTextAsync();

        Assert.Contains(paper, await pdf.InfoAsync(), StringComparison.Ordinal);
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains("Kính gửi: Nguyễn Thị Ánh Nguyệt", text, StringComparison.Ordinal);
        Assert.Contains("Ngày 05 tháng 02 năm 2026, Ủy ban nhân dân phường Phúc Xá tiếp nhận", text, StringComparison.Ordinal);
        Assert.Contains("Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 16 tháng 3 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("Lý do: Cơ quan phối hợp chưa gửi kết quả", text, StringComparison.Ordinal);
        Assert.Contains("17 giờ 00 phút, ngày 19 tháng 3 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("CHỦ TỊCH Vũ Thu Hà", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopNotice_OfAWithdrawal_PrintsEveryField()
    {
        using var pdf = new Pdf(Samples.Forms.StopNotice(Samples.StopNotice));

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", text, StringComparison.Ordinal);
        Assert.Contains("1. Đề nghị của người nộp hồ sơ: Xin rút hồ sơ", text, StringComparison.Ordinal);
        Assert.Contains("2. Giai đoạn giải quyết của hồ sơ: Thẩm tra hồ sơ.", text, StringComparison.Ordinal);
        Assert.Contains("3. Quyết định: Dừng giải quyết hồ sơ kể từ ngày 05 tháng 02 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("4. Phí, lệ phí đã nộp: Lệ phí cấp bản sao: 8.000 đồng", text, StringComparison.Ordinal);
    }

    [Fact]
    public void StopNotice_UnderTheSetOf2018_IsNotThere()
    {
        var old = Samples.StopNotice with { Header = Samples.Header with { InForceOn = LastOf2018 } };

        Assert.Contains("StopNotice", Assert.Throws<InvalidOperationException>(() => Samples.Forms.StopNotice(old)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ControlSlip_OfThreeHandOvers_HasARowForEach()
    {
        using var pdf = new Pdf(Samples.Forms.ControlSlip(Samples.ControlSlip));

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("Cơ quan phối hợp giải quyết hồ sơ: Công an phường Phúc Xá; Trạm Y tế phường Phúc Xá", text, StringComparison.Ordinal);
        Assert.Contains("Người giao: Trần Văn Đức", text, StringComparison.Ordinal);
        Assert.Contains("Người nhận: Lê Thị Hường", text, StringComparison.Ordinal);
        Assert.Contains("Trước hạn", text, StringComparison.Ordinal);
        Assert.Contains("Quá hạn", text, StringComparison.Ordinal);
        Assert.Contains("Đang giải quyết", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ControlSlip_OfFortyHandOvers_RepeatsItsHeadOnEveryPage()
    {
        var rows = Enumerable.Range(1, 40).Select(number => new HandOverRow($"Đơn vị {number:00}", Samples.ReceivedAt, "Người A", "Người B", HandOverTimeliness.OnTime, null));
        using var pdf = new Pdf(Samples.Forms.ControlSlip(Samples.ControlSlip with { HandOvers = [.. rows] }));

        var withRows = (await pdf.PagesAsync()).Where(page => page.Contains("Đơn vị", StringComparison.Ordinal)).ToArray();

        Assert.True(withRows.Length > 3);
        Assert.All(withRows, page => Assert.Contains("KẾT QUẢ", page, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 40), number => Assert.Contains($"Đơn vị {number:00}", string.Concat(withRows), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_OfAHundredDossiers_IsA4LandscapeWithGroupedHeads()
    {
        using var pdf = new Pdf(new RegisterForm(FormTexts.Vietnamese, FormTemplates.Shipped).Render(Samples.Register(100)));

        var pages = await pdf.PagesAsync();
        var text = await pdf.FlowingTextAsync();

        Assert.Contains("841.89 x 595.276 pts (A4)", await pdf.InfoAsync(), StringComparison.Ordinal);
        Assert.Contains("SỔ THEO DÕI HỒ SƠ", text, StringComparison.Ordinal);
        Assert.Contains("Quyển số: 1", text, StringComparison.Ordinal);
        Assert.Contains("260205-0100", text, StringComparison.Ordinal);
        Assert.Contains("Quyển này có 100 hồ sơ", text, StringComparison.Ordinal);
        Assert.All(pages[..^1], page => Assert.Contains("Trả kết quả", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-09-14", "Vào Sổ theo dõi hồ sơ, Quyển số", true)]
    [InlineData("2025-09-15", "Vào Sổ theo dõi hồ sơ, Quyển số", false)]
    public async Task Receipt_AtTheBoundary_HasTheLinesOfItsSet(string receivedOn, string words, bool expected)
    {
        using var pdf = new Pdf(Samples.Forms.Receipt(Samples.Receipt with { Header = Samples.Header with { InForceOn = DateOnly.Parse(receivedOn, System.Globalization.CultureInfo.InvariantCulture) } }));

        Assert.Equal(expected, (await pdf.FlowingTextAsync()).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receipt_OfAnyLength_NeverLeavesTheSignaturesAlone()
    {
        for (var count = 1; count <= 12; count++)
        {
            using var pdf = new Pdf(Samples.Forms.Receipt(Samples.Receipt with { Components = Samples.Components(count) }));
            foreach (var page in (await pdf.PagesAsync()).Where(page => page.Contains("NGƯỜI TIẾP NHẬN HỒ SƠ", StringComparison.Ordinal)))
            {
                Assert.Contains("7. Phí, lệ phí", page, StringComparison.Ordinal);
                Assert.Contains("Trần Văn Đức", page, StringComparison.Ordinal);
            }
        }
    }

    private static void AssertForm(StatutoryForm form, DateOnly day, string set, string? key, string? title)
    {
        var found = FormTemplates.Shipped.Find(form, day);

        Assert.Equal(key, found?.Key);
        Assert.Equal(title, found?.Title.Replace('\n', ' '));
        Assert.Equal(key is null ? null : set, found?.Set);
    }
}
