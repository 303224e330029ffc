using System.Text;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// Wrong ways into the check of papers; the right one stands at the end of the whole route, where there is a signed result.
[Collection(ProductCollection.Name)]
public sealed class PaperJourneyTests(Product product)
{
    [Fact]
    public async Task WrongInput_IsAnsweredInWordsAtTheSamePageWithoutScript()
    {
        await using var anyone = await product.VisitAsync(script: false);

        await PaperCheck.SendAsync(anyone, "thu.pdf", Encoding.UTF8.GetBytes("Đây không phải là PDF"));
        Assert.Contains("Tệp này không phải là PDF", await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await anyone.Page.Locator("input[name=ma]").FillAsync("khong-dung");
        await anyone.PressAsync("main form[method=get] button");
        Assert.Contains("Mã xác thực không đúng", await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("khong-dung", await anyone.Page.Locator("input[name=ma]").InputValueAsync());

        await anyone.GoAsync("/xac-thuc/0123456789ABCDEF");
        Assert.Contains("Không có giấy tờ nào mang mã này", await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
