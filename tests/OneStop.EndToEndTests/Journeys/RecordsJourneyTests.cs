using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// What an agency keeps of its dossiers: the register of a period as a file, a result with an error that is issued anew, and one that is called back.
[Collection(ProductCollection.Name)]
public sealed class RecordsJourneyTests(Product product)
{
    private const string Director = "giamdoc.so-ldtbxh";
    private const string Unlawful = "Người hưởng đã được trợ cấp ở nơi khác";
    private const string Reason = "Ghi sai tháng bắt đầu hưởng trợ cấp";

    [Fact]
    public async Task Register_OfAPeriod_IsWrittenInTheBackgroundAndDownloaded()
    {
        await using var head = await product.VisitAsync("chutich.trucbach", width: 1440);
        await head.GoLiveAsync("/can-bo/so-theo-doi");
        await head.Page.Locator("[name=From]").FillAsync("31/12/2026");
        await head.Page.Locator("[name=To]").FillAsync("01/01/2026");
        await head.Page.Locator("main form.os-form button").Last.ClickAsync();
        await head.Page.Locator(".os-error-summary").WaitForAsync();
        Assert.Contains("Ngày kết thúc phải từ ngày bắt đầu trở đi", await head.ProblemsAsync(), StringComparison.Ordinal);
        Assert.Equal("31/12/2026", await head.Page.Locator("[name=From]").InputValueAsync());
        await head.LookForBarriersAsync();

        await head.Page.Locator("[name=From]").FillAsync("01/01/2026");
        await head.Page.Locator("[name=To]").FillAsync("31/12/2026");
        await head.Page.Locator("input[name=Format][value=Spreadsheet]").CheckAsync();
        await head.Page.Locator("main form.os-form button").Last.ClickAsync();
        var ready = head.Page.Locator("main table a[download]").First;
        await ready.WaitForAsync();
        foreach (var width in new[] { 360, 768, 1440 })
        {
            await head.Page.SetViewportSizeAsync(width, 900);
            await head.LookForBarriersAsync();
        }

        await head.PictureAsync("register");
        var file = await head.Page.APIRequest.GetAsync(new Uri(product.Address, (await ready.GetAttributeAsync("href"))!).ToString());
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(await file.BodyAsync(), 0, 2));
        head.HasNoComplaint();
    }

    // A page is read and typed into before its circuit is connected, which then puts its own fields in the place of those.
    [Fact]
    public async Task Register_FilledInBeforeItIsConnected_KeepsWhatWasTypedAndPressed()
    {
        await using var head = await product.VisitAsync("chutich.trucbach", width: 360);
        var page = head.Page;
        var connect = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await connect.Task;
            await route.ContinueAsync();
        });
        await head.GoAsync("/can-bo/so-theo-doi");
        await page.Locator("[name=From]").FillAsync("31/12/2026");
        await page.Locator("[name=To]").FillAsync("01/01/2026");
        await page.Locator("[name=Filter]").SelectOptionAsync("Late");
        await page.Locator("input[name=Format][value=Spreadsheet]").CheckAsync();
        await page.Locator("[name=ProcedureCode]").FillAsync("1.00177");
        await page.Locator("[name=ProcedureCode]").PressAsync("Enter");
        Assert.DoesNotContain("?", page.Url, StringComparison.Ordinal);

        connect.SetResult();
        await page.Locator(".os-error-summary").WaitForAsync();

        Assert.Contains("Ngày kết thúc phải từ ngày bắt đầu trở đi", await head.ProblemsAsync(), StringComparison.Ordinal);
        Assert.Equal("31/12/2026", await page.Locator("[name=From]").InputValueAsync());
        Assert.Equal("01/01/2026", await page.Locator("[name=To]").InputValueAsync());
        Assert.Equal("Late", await page.Locator("[name=Filter]").InputValueAsync());
        Assert.True(await page.Locator("input[name=Format][value=Spreadsheet]").IsCheckedAsync());
        Assert.Equal("1.00177", await page.Locator("[name=ProcedureCode]").InputValueAsync());
        head.HasNoComplaint();
    }

    [Fact]
    public async Task Result_WithAnError_IsReplacedAndThenRevokedAndEachPaperSaysSo()
    {
        await using var citizen = await product.VisitAsync("congdan@demo.example", width: 360);
        await citizen.GoAsync("/ho-so");
        var card = citizen.Page.Locator("article").Filter(new LocatorFilterOptions { HasText = "Đã xử lý xong" }).First;
        // Dossiers of other journeys may stand before it.
        while (await card.CountAsync() == 0)
            await citizen.PressAsync("main .os-pager a[rel=next]");
        var address = (await card.Locator("a").First.GetAttributeAsync("href"))!;
        await citizen.GoAsync(address);
        var former = await ResultAsync(citizen);

        await CorrectAsync(address.Replace("/ho-so/", "/can-bo/ho-so/", StringComparison.Ordinal));

        await citizen.GoAsync(address);
        await citizen.LookForBarriersAsync();
        citizen.HasNoComplaint();
        Assert.NotEqual(former, await ResultAsync(citizen));
        await using var anyone = await product.VisitAsync(script: false, width: 360);
        await PaperCheck.AskUntilAsync(anyone, former, "đã được thay thế");

        var latest = await ResultAsync(citizen);
        await RevokeAsync(address.Replace("/ho-so/", "/can-bo/ho-so/", StringComparison.Ordinal));
        await citizen.GoAsync(address);
        await citizen.LookForBarriersAsync();
        Assert.Contains("Kết quả đã bị thu hồi", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var told = await PaperCheck.AskUntilAsync(anyone, latest, "Giấy tờ này đã bị thu hồi");
        Assert.Contains(Unlawful, told, StringComparison.Ordinal);
    }

    private async Task CorrectAsync(string dossier)
    {
        await using var director = await product.VisitAsync(Director, width: 1440);
        await director.GoAsync(dossier);
        await director.PressAsync("main a[href$='/dinh-chinh']");
        await director.Page.Locator("[name='Input.Body']").FillAsync("Điều 1. Trợ cấp xã hội hàng tháng từ tháng 3 năm 2026.");
        await director.PressAsync("main .os-confirm button[type=submit]");
        Assert.Contains("Hãy ghi lý do", await director.ProblemsAsync(), StringComparison.Ordinal);
        Assert.Contains("từ tháng 3", await director.Page.Locator("[name='Input.Body']").InputValueAsync(), StringComparison.Ordinal);
        foreach (var width in new[] { 360, 768, 1440 })
        {
            await director.Page.SetViewportSizeAsync(width, 900);
            await director.LookForBarriersAsync();
        }

        await director.Page.Locator("[name='Input.Reason']").FillAsync(Reason);
        await director.PressAsync("main .os-confirm button[type=submit]");
        Assert.EndsWith(dossier, director.Page.Url, StringComparison.Ordinal);
        await director.LookForBarriersAsync();
        director.HasNoComplaint();
    }

    private async Task RevokeAsync(string dossier)
    {
        await using var director = await product.VisitAsync(Director, width: 1440);
        await director.GoAsync(dossier);
        await director.PressAsync("main a[href$='/thu-hoi']");
        await director.PressAsync("main .os-confirm button[type=submit]");
        Assert.Contains("Hãy ghi lý do", await director.ProblemsAsync(), StringComparison.Ordinal);
        foreach (var width in new[] { 360, 1440 })
        {
            await director.Page.SetViewportSizeAsync(width, 900);
            await director.LookForBarriersAsync();
        }

        await director.Page.Locator("[name='Input.Reason']").FillAsync(Unlawful);
        await director.PressAsync("main .os-confirm button[type=submit]");
        Assert.EndsWith(dossier, director.Page.Url, StringComparison.Ordinal);
        director.HasNoComplaint();
    }

    // The newest result, as the citizen downloads it.
    private async Task<byte[]> ResultAsync(Visitor citizen)
    {
        var link = await citizen.Page.Locator(".os-notice--done a[href*='/tep/']").Last.GetAttributeAsync("href");
        var file = await citizen.Page.APIRequest.GetAsync(new Uri(product.Address, link!).ToString());
        return await file.BodyAsync();
    }
}
