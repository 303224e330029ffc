using System.Text;
using OneStop.Documents.Contracts;

namespace OneStop.Documents.Tests.Forms;

public sealed class ReceiptFormTests
{
    [Fact]
    public async Task Render_CompleteDossier_PrintsTitleAndEveryField()
    {
        using var pdf = Render(Samples.Receipt);

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("Độc lập - Tự do - Hạnh phúc", text, StringComparison.Ordinal);
        Assert.Contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", text, StringComparison.Ordinal);
        Assert.Contains("Mã hồ sơ: H26.11.22.33-260205-0001", text, StringComparison.Ordinal);
        Assert.Contains("Mã tra cứu: K7QM", text, StringComparison.Ordinal);
        Assert.Contains("Số: 0125/BPTNTKQ", text, StringComparison.Ordinal);
        Assert.Contains("Phúc Xá, ngày 05 tháng 02 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt", text, StringComparison.Ordinal);
        Assert.Contains("Số điện thoại: 0912 345 678", text, StringComparison.Ordinal);
        Assert.Contains("2. Số lượng hồ sơ: 01 (bộ)", text, StringComparison.Ordinal);
        Assert.Contains("3. Thời gian giải quyết hồ sơ theo quy định là: 22 ngày làm việc", text, StringComparison.Ordinal);
        Assert.Contains("4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 05 tháng 02 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 16 tháng 3 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("6. Đăng ký nhận kết quả tại: Bộ phận tiếp nhận và trả kết quả phường Phúc Xá", text, StringComparison.Ordinal);
        Assert.Contains("NGƯỜI TIẾP NHẬN HỒ SƠ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ForTheDesk_MakesTheArchiveAndTheCustomerCopyOnA5WithEmbeddedFonts()
    {
        using var pdf = Render(Samples.Receipt with { Copies = ReceiptCopies.Both });

        var text = await pdf.FlowingTextAsync();
        var fonts = (await pdf.FontsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Contains("(Liên: Lưu)", text, StringComparison.Ordinal);
        Assert.Contains("(Liên: Giao khách hàng)", text, StringComparison.Ordinal);
        Assert.Contains("419.528 x 595.276 pts", await pdf.InfoAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"Liberation Serif\S*\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public async Task Render_FortyComponents_FlowsOverPagesWithHeadAndPageNumberOnEach()
    {
        using var pdf = Render(Samples.Receipt with { Components = Samples.Components(40) });

        var pages = await pdf.PagesAsync();
        var withRows = pages.Where(page => page.Contains("Giấy tờ thứ", StringComparison.Ordinal)).ToArray();

        Assert.True(withRows.Length >= 3);
        Assert.All(withRows, page => Assert.Contains("Tên giấy tờ", page, StringComparison.Ordinal));
        Assert.All(pages.Index(), page => Assert.Contains($"Trang {page.Index + 1}/{pages.Length}", page.Item, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 40), number => Assert.Contains($"Giấy tờ thứ {number:00}", string.Concat(pages), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Render_LongNamesWithoutSpaces_StayInsideThePage()
    {
        var name = string.Concat(Enumerable.Repeat("Nguyễn", 60));
        using var pdf = Render(Samples.Receipt with { Header = Samples.Header with { ApplicantName = name } });

        var text = string.Concat((await pdf.FlowingTextAsync()).Where(character => !char.IsWhiteSpace(character)));

        Assert.Contains(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_DecomposedVietnamese_PrintsComposedLetters()
    {
        var decomposed = "Nguyễn Thị Ánh Nguyệt".Normalize(NormalizationForm.FormD);
        using var pdf = Render(Samples.Receipt with { Header = Samples.Header with { ApplicantName = decomposed } });

        Assert.Contains("Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt", await pdf.FlowingTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ControlCharactersEmojiAndRightToLeft_StillMakesAReadablePage()
    {
        var hostile = "An\0 \u202Eمرحبا\u202C 😀 \ud800 Bình\tDương";
        using var pdf = Render(Samples.Receipt with { Header = Samples.Header with { ApplicantName = hostile } });

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("Tiếp nhận hồ sơ của: An", text, StringComparison.Ordinal);
        Assert.Contains("Bình Dương", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NoteOfAHundredThousandCharacters_FlowsOverManyPages()
    {
        var note = string.Join(' ', Enumerable.Repeat("ghi chú", 12_500));
        using var pdf = Render(Samples.Receipt with { Components = [new ReceiptComponent("Tờ khai", "Bản chính", note + " hết")] });

        var pages = await pdf.PagesAsync();

        Assert.True(pages.Length > 20);
        Assert.Contains(" hết", string.Concat(pages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_WithFees_WritesEachAndTheSumInFiguresAndWords()
    {
        using var pdf = Render(Samples.Receipt with
        {
            Fees = [new ReceiptFee("Lệ phí cấp bản sao", 8000, Paid: true), new ReceiptFee("Phí thẩm định", 150_000, Paid: false)],
        });

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("Lệ phí cấp bản sao: 8.000 đồng (đã nộp)", text, StringComparison.Ordinal);
        Assert.Contains("Phí thẩm định: 150.000 đồng (chưa nộp)", text, StringComparison.Ordinal);
        Assert.Contains("158.000 đồng (bằng chữ: Một trăm năm mươi tám nghìn đồng)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trung tâm Phục vụ hành chính công", "0125", "Số: 0125/TTPVHCC")]
    [InlineData("Bộ phận Một cửa", "0125", "Số: 0125/BPTNTKQ")]
    [InlineData("Bộ phận Một cửa", "7/MC", "Số: 7/MC")]
    public async Task Render_NumberOfTheForm_CarriesTheSymbolOfTheDesk(string desk, string number, string printed)
    {
        using var pdf = Render(Samples.Receipt with { Header = Samples.Header with { DeskName = desk, Number = number } });

        Assert.Contains(printed, await pdf.FlowingTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_SubmittedByAnother_NamesBothAndTheSubmitterSigns()
    {
        using var pdf = Render(Samples.Receipt with { Header = Samples.Header with { SubmitterName = "Phạm Quốc Ước" } });

        var text = await pdf.FlowingTextAsync();

        Assert.Contains("Người nộp hồ sơ: Phạm Quốc Ước", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("Phạm Quốc Ước").Length - 1);
    }

    [Fact]
    public async Task Render_ProcedureWithoutDueDate_SaysSo()
    {
        using var pdf = Render(Samples.Receipt with { DueAt = null });

        Assert.Contains("Không hẹn ngày trả kết quả", await pdf.FlowingTextAsync(), StringComparison.Ordinal);
    }

    private static Pdf Render(ReceiptData receipt) => new(Samples.Forms.Receipt(receipt));
}
