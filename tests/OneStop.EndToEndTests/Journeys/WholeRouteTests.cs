using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// The main job: filed by a citizen, accepted by the ward, approved by district and city, signed, issued, returned, and seen by whoever may see it.
[Collection(ProductCollection.Name)]
public sealed partial class WholeRouteTests(Product product)
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

    // The desk of the ward finds every paper right and accepts; from then on the dossier has its number.
    private async Task<string> AcceptAsync(string temporary)
    {
        await using var clerk = await product.VisitAsync(Desk, width: 1440);
        await clerk.GoLiveAsync("/tiep-nhan");
        var row = clerk.Page.Locator($"main a:has-text('{temporary}')").First;
        var address = await row.GetAttributeAsync("href");
        await clerk.LookForBarriersAsync();
        await clerk.PictureAsync("desk-queue");

        await clerk.GoLiveAsync(address!);
        await clerk.Page.Locator("button:has-text('Đánh dấu')").First.ClickAsync();
        await clerk.Page.Locator("input[name=Decision]").First.CheckAsync();
        var confirm = clerk.Page.Locator(".os-confirm .os-button--primary").First;
        await confirm.WaitForAsync();
        await clerk.LookForBarriersAsync();
        await clerk.PictureAsync("desk-review");
        await confirm.ClickAsync();
        await AnswerAsync(clerk);
        var code = Code().Match(await clerk.Page.Locator("main").InnerTextAsync()).Value;
        Assert.NotEqual("", code);
        return code;
    }

    // Does what waits for this person the way it goes on: fills in what the step asks, presses its first button and confirms.
    private async Task DoStepAsync(string account, string code, bool isOptional = false)
    {
        await using var officer = await product.VisitAsync(account, width: 1440);
        await officer.GoLiveAsync($"/viec?q={code}");
        var row = officer.Page.Locator($"main table a:has-text('{code}')").First;
        await (isOptional ? row.Or(officer.Page.Locator("main .os-empty")).First : row).WaitForAsync();
        if (await row.CountAsync() == 0)
            return;

        await officer.GoLiveAsync((await row.GetAttributeAsync("href"))!);
        var decision = officer.Page.Locator("section[aria-labelledby=quyet-dinh]");
        var action = decision.Locator(".os-actions[role=group] button").First;
        await action.WaitForAsync();
        foreach (var field in await decision.Locator(":is(input[type=text], input:not([type]), textarea)").AllAsync())
        {
            var isAsked = Answers.TryGetValue(await field.GetAttributeAsync("name") ?? "", out var answer) || await field.GetAttributeAsync("aria-required") == "true";
            if (isAsked)
                await field.FillAsync(answer ?? (await field.GetAttributeAsync("inputmode") == "numeric" ? "500000" : "Đã kiểm tra, đủ điều kiện."));
        }

        await action.ClickAsync();
        var confirm = decision.Locator(".os-confirm .os-button").First;
        await confirm.WaitForAsync();
        await officer.LookForBarriersAsync();
        if (account == WardOfficer)
            await officer.PictureAsync("task");
        await confirm.ClickAsync();
        await AnswerAsync(officer);
    }

    private static async Task AnswerAsync(Visitor person)
    {
        var answer = person.Page.Locator(".os-notice--done[role=status], .os-error-summary").First;
        await answer.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
        Assert.True(await person.ProblemsAsync() == "", await person.ProblemsAsync());
        await person.LookForBarriersAsync();
        person.HasNoComplaint();
    }

    [GeneratedRegex(@"H\d{2}[\w.]*-\d{6}-\d{4,5}")]
    private static partial Regex Code();
}
