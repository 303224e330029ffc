namespace OneStop.Documents.Tests.Forms;

public sealed class SupplementAndRefusalFormTests
{
    [Fact]
    public async Task Supplement_WithItems_PrintsEveryFieldOfForm02()
    {
        using var pdf = new Pdf(Samples.Forms.Supplement(Samples.Supplement));

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", text, StringComparison.Ordinal);
        Assert.Contains("(Lần 1)", text, StringComparison.Ordinal);
        Assert.Contains("Hồ sơ của: Nguyễn Thị Ánh Nguyệt", text, StringComparison.Ordinal);
        Assert.Contains("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau: 1. Bản sao", text, StringComparison.Ordinal);
        Assert.Contains("2. Tờ khai đề nghị", text, StringComparison.Ordinal);
        Assert.Contains("Lý do: Thành phần hồ sơ chưa đầy đủ", text, StringComparison.Ordinal);
        Assert.Contains("liên hệ với Trần Văn Đức, số điện thoại 024 3829 0000", text, StringComparison.Ordinal);
        Assert.Contains("Hạn bổ sung hồ sơ: ngày 09 tháng 3 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("NGƯỜI HƯỚNG DẪN", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_WithLegalReason_PrintsEveryFieldOfForm03()
    {
        using var pdf = new Pdf(Samples.Forms.Refusal(Samples.Refusal));

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", text, StringComparison.Ordinal);
        Assert.Contains("Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt", text, StringComparison.Ordinal);
        Assert.Contains("với lý do cụ thể như sau: Người đề nghị không thuộc đối tượng", text, StringComparison.Ordinal);
        Assert.Contains("Căn cứ pháp lý: Điều 5 Nghị định số 20/2021/NĐ-CP", text, StringComparison.Ordinal);
        Assert.Contains("419.528 x 595.276 pts", await pdf.InfoAsync(), StringComparison.Ordinal);
    }
}
