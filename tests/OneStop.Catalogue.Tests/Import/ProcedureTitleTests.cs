using OneStop.Catalogue.Import;

namespace OneStop.Catalogue.Tests.Import;

public sealed class ProcedureTitleTests
{
    [Theory]
    [InlineData("Thủ tục đăng ký khai tử", null, "Đăng ký khai tử")]
    [InlineData("Thủ tục hải quan đối với khí", null, "Thủ tục hải quan đối với khí")]
    [InlineData("Tách thửa hoặc hợp thửa đất.", null, "Tách thửa hoặc hợp thửa đất")]
    [InlineData("Đăng ký thành lập hộ kinh doanh", "Mở hộ kinh doanh", "Mở hộ kinh doanh")]
    public void Of_Name_IsReadPlainly(string name, string? plain, string expected) => Assert.Equal(expected, ProcedureTitle.Of(name, plain));
}
