using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// The session ends while a citizen is writing. Nothing of the page is lost, with scripts or without.
[Collection(ProductCollection.Name)]
public sealed class ExpiredSessionTests(Product product)
{
    private const string Account = "congdan2@demo.example";
    private const string Typed = "Số 9 ngách 5, viết lâu nên hết phiên";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Citizen_WhoseSessionEndsInTheMiddleOfAPage_FindsItAgainAfterSigningIn(bool script)
    {
        await using var citizen = await product.VisitAsync(Account, script, width: 360);
        var filing = new Filing(citizen);
        await filing.StartAsync("1.001193", "Quận Ba Đình", "Phường Trúc Bạch");
        var first = await citizen.Page.Locator("main a[href*='/soan/']").First.GetAttributeAsync("href");
        await citizen.GoAsync(first!);
        var page = citizen.Page.Url;
        var field = citizen.Page.Locator("[name='applicant_address']");

        await citizen.Page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "onestop" });
        await field.FillAsync(Typed);
        if (script)
        {
            await citizen.Page.Locator("[data-autosave-status][data-state=expired]").WaitForAsync();
            Assert.Contains("Phiên đăng nhập đã hết", await citizen.Page.Locator("[data-autosave-status]").InnerTextAsync(), StringComparison.Ordinal);
            await citizen.LookForBarriersAsync();
        }

        await citizen.PressAsync("main form.os-form button[type=submit]");
        Assert.Contains("/dang-nhap", citizen.Page.Url, StringComparison.Ordinal);
        Assert.Contains("đã được giữ lại", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await citizen.LookForBarriersAsync();

        await citizen.Page.Locator("[name='Input.Name']").FillAsync(Account);
        await citizen.Page.Locator("[name='Input.Password']").FillAsync(Visitor.Password);
        await citizen.PressAsync("form.os-form button[type=submit]");

        Assert.Equal(new Uri(page).AbsolutePath, new Uri(citizen.Page.Url).AbsolutePath);
        Assert.Equal(Typed, await field.InputValueAsync());
        await citizen.LookForBarriersAsync();
        await citizen.GoAsync(page);
        Assert.Equal(Typed, await field.InputValueAsync());
    }
}
