using OneStop.Documents.Forms;

namespace OneStop.Documents.Tests.Forms;

public sealed class AmountInWordsTests
{
    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(5, "Năm đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(24, "Hai mươi tư đồng")]
    [InlineData(105_000, "Một trăm linh năm nghìn đồng")]
    [InlineData(135_000, "Một trăm ba mươi lăm nghìn đồng")]
    [InlineData(1_000_000, "Một triệu đồng")]
    [InlineData(2_005_010, "Hai triệu không trăm linh năm nghìn không trăm mười đồng")]
    [InlineData(1_005_000_000_000, "Một nghìn không trăm linh năm tỷ đồng")]
    [InlineData(3_000_000_000_000, "Ba nghìn tỷ đồng")]
    public void Of_Amount_ReadsAsAVietnameseWould(long amount, string words) => Assert.Equal(words, AmountInWords.Of(amount));
}
