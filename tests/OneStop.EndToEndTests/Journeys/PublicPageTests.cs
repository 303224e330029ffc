using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

[Collection(ProductCollection.Name)]
public sealed class PublicPageTests(Product product)
{
    public static TheoryData<string> Pages =>
    [
        "/", "/thu-tuc", "/thu-tuc?q=lam%20giay%20khai%20sinh%20cho%20con", "/thu-tuc?q=khongcogihet", "/thu-tuc/1.001776", "/tra-cuu", "/xac-thuc", "/xin-loi", "/xin-loi?ky=nam-truoc", "/dang-nhap", "/dang-ky", "/quen-mat-khau",
        "/kha-nang-tiep-can", "/khong-co-trang-nay", "/?lang=en", "/thu-tuc/1.001776?lang=en",
    ];

    private static readonly Dictionary<string, string> Pictures = new(StringComparer.Ordinal)
    {
        ["/"] = "home", ["/thu-tuc?q=lam%20giay%20khai%20sinh%20cho%20con"] = "procedure-search", ["/thu-tuc/1.001776"] = "procedure", ["/tra-cuu"] = "tracking",
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnEveryWidth_HasNoBarrierAndNoComplaint(string address)
    {
        await using var visitor = await product.VisitAsync();
        foreach (var width in new[] { 320, 768, 1440 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.GoAsync(address);
            await visitor.LookForBarriersAsync();
        }

        if (Pictures.TryGetValue(address, out var name))
            await visitor.PictureAsync(name);
        visitor.HasNoComplaint();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InTheDark_HasNoBarrier(string address)
    {
        await using var visitor = await product.VisitAsync();
        await visitor.Page.EmulateMediaAsync(new Microsoft.Playwright.PageEmulateMediaOptions { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        await visitor.GoAsync(address);

        await visitor.LookForBarriersAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithoutScript_SaysTheSame(string address)
    {
        await using var with = await product.VisitAsync();
        await using var without = await product.VisitAsync(script: false);
        await with.GoAsync(address);
        await without.GoAsync(address);

        Assert.Equal(await with.HeadingAsync(), await without.HeadingAsync());
    }
}
