using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// The main job: filed by a citizen, accepted by the ward, approved by district and city, signed, issued, returned, and seen by whoever may see it.
[Collection(ProductCollection.Name)]
public sealed class WholeRouteTests(Product product)
{
    private const string Desk = "motcua.trucbach";
    private const string WardOfficer = "chuyenvien-van-hoa-xa-hoi.trucbach";

    private static readonly string[] Route =
    [
        WardOfficer, "chutich.trucbach", "motcua.quan-badinh", "chuyenvien-ldtbxh.quan-badinh", "lanhdao-ldtbxh.quan-badinh", "chuyenvien-bao-tro-xa-hoi.so-ldtbxh", "giamdoc.so-ldtbxh",
        "vanthu.so-ldtbxh", Desk,
    ];

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["Comment"] = "Đủ điều kiện theo quy định.", ["documentSymbol"] = "QĐ-SLĐTBXH", ["resultTitle"] = "QUYẾT ĐỊNH", ["resultSubject"] = "Về việc trợ cấp xã hội hàng tháng",
        ["resultBody"] = "Điều 1. Trợ cấp xã hội hàng tháng cho ông Nguyễn Văn An.\n\nĐiều 2. Quyết định có hiệu lực kể từ ngày ký.",
    };

    [Fact]
    public async Task Dossier_OfMonthlyAllowance_PassesWardDistrictAndCityAndComesBack()
    {
        await using var citizen = await product.VisitAsync("congdan@demo.example");
        var (temporary, lookupCode) = await new Filing(citizen).SendAsync("1.001776", "Quận Ba Đình", "Phường Trúc Bạch");
        var dossier = citizen.Page.Url.Replace("/da-gui", "", StringComparison.Ordinal);

        await using var waiting = await product.VisitAsync(WardOfficer, width: 1440);
        await waiting.GoLiveAsync("/viec");
        var code = await AcceptAsync(temporary);
        await DoStepAsync(Desk, code, isOptional: true);
        // Nobody has touched the officer's inbox: the work came by itself.
        await waiting.Page.Locator($"main a:has-text('{code}')").First.WaitForAsync();
        await waiting.LookForBarriersAsync();
        await waiting.PictureAsync("inbox");
        waiting.HasNoComplaint();

        foreach (var account in Route)
            await DoStepAsync(account, code);

        await citizen.GoAsync(dossier);
        await citizen.LookForBarriersAsync();
        Assert.Contains("Đã trả kết quả", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var result = await citizen.Page.Locator(".os-notice--done a[href*='/tep/']").First.GetAttributeAsync("href");
        var file = await citizen.Page.APIRequest.GetAsync(new Uri(product.Address, result!).ToString());
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(await file.BodyAsync(), 0, 4));
        citizen.HasNoComplaint();
        await PaperCheck.OfIssuedResultAsync(product, await file.BodyAsync());

        await using var anyone = await product.VisitAsync();
        await anyone.GoAsync("/tra-cuu");
        await anyone.Page.Locator("[name='Input.Code']").FillAsync(code);
        await anyone.Page.Locator("[name='Input.LookupCode']").FillAsync(lookupCode);
        await anyone.PressAsync("main form.os-form button[type=submit]");
        await anyone.LookForBarriersAsync();
        await anyone.PictureAsync("tracking-result");
        Assert.Contains("Đã trả kết quả", await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        anyone.HasNoComplaint();
    }

    private async Task<string> AcceptAsync(string temporary)
    {
        await using var clerk = await product.VisitAsync(Desk, width: 1440);
        return await Handling.AcceptAsync(clerk, temporary);
    }

    private async Task DoStepAsync(string account, string code, bool isOptional = false)
    {
        await using var officer = await product.VisitAsync(account, width: 1440);
        var task = await Handling.FindAsync(officer, code);
        Assert.True(isOptional || task is not null, $"{account} has nothing of {code} in the inbox.");
        if (task is not null)
            await Handling.DoAsync(officer, task, Answers, account == WardOfficer ? "task" : null);
    }
}
