using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Import;
using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Tests.Import;

public sealed class TermReaderTests
{
    [Theory]
    [InlineData(5d, "Ngày làm việc", null, null, 5, TermUnit.WorkingDays)]
    [InlineData(20d, "Ngày", null, null, 20, TermUnit.CalendarDays)]
    [InlineData(8d, "Giờ", null, null, 8, TermUnit.WorkingHours)]
    [InlineData(1.5, "Ngày làm việc", null, null, 1.5, TermUnit.WorkingDays)]
    [InlineData(null, null, "15 ngày kể từ ngày nhận được hồ sơ hợp lệ", null, 15, TermUnit.CalendarDays)]
    [InlineData(null, null, "Thời hạn giải quyết: 03 ngày làm việc kể từ ngày nhận", null, 3, TermUnit.WorkingDays)]
    [InlineData(1d, null, null, "trả kết quả ngay trong ngày tiếp nhận hồ sơ", 0, TermUnit.WorkingDays)]
    [InlineData(1d, null, "Tiếp nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo", null, 0, TermUnit.WorkingDays)]
    [InlineData(5d, null, null, "Trong thời hạn 05 ngày làm việc, cơ quan giải quyết", 5, TermUnit.WorkingDays)]
    public void Read_WhereTheSourceSaysSo_GivesTheTerm(double? amount, string? unit, string? description, string? steps, double expected, TermUnit expectedUnit)
    {
        var term = TermReader.Read((decimal?)amount, unit, description, steps);

        Assert.Equal(new Term((decimal)expected, expectedUnit), term.Term);
    }

    [Theory]
    [InlineData(1, null, null, null, TermReasons.Blank)]
    [InlineData(null, null, "Không phải trả kết quả cho người nộp thuế", null, TermReasons.NoReturn)]
    [InlineData(null, null, null, null, TermReasons.NotPublished)]
    [InlineData(120, null, "VNĐ (theo Thông tư)", null, TermReasons.Blank)]
    [InlineData(120, null, "theo Thông tư", null, TermReasons.NoUnit)]
    [InlineData(null, null, "Không quy định về thời hạn giải quyết, phí, lệ phí", null, TermReasons.NotFixed)]
    [InlineData(1, null, null, "Cơ quan trả lời tính đầy đủ của hồ sơ trong thời hạn 01 ngày làm việc kể từ ngày nhận được hồ sơ nộp qua môi trường mạng", TermReasons.SeeText)]
    [InlineData(1, null, null, "Trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ, Sở thẩm định và phê duyệt. Trong thời hạn 05 ngày kể từ ngày nhận được báo cáo, UBND quyết định", TermReasons.SeeText)]
    [InlineData(5, null, null, "5 ngày làm việc nếu đủ, 5 ngày nếu phải xác minh", TermReasons.NoUnit)]
    [InlineData(null, null, "Tiếp nhận 2 ngày; thẩm định trong 33 ngày làm việc", null, TermReasons.SeveralStages)]
    [InlineData(null, null, "Gửi qua bưu chính", "Trong 10 ngày cơ quan trả lời", TermReasons.SeeText)]
    public void Read_WhereTheSourceIsUnsure_NamesTheReasonAndNoTerm(int? amount, string? unit, string? description, string? steps, string reason)
    {
        var term = TermReader.Read(amount, unit, description, steps);

        Assert.Null(term.Term);
        Assert.Equal(reason, term.Reason);
    }
}
