using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// A procedure whose text gives another term for each case: the citizen is told before filing, the desk finds the term, and the date says by what.
[Collection(ProductCollection.Name)]
public sealed class TermOfCaseJourneyTests(Product product)
{
    private const string Procedure = "2.000575";
    private const string Basis = "Cấp lại do bị mất, Điều 90 Nghị định 168/2025/NĐ-CP";

    [Fact]
    public async Task Dossier_OfAProcedureWithTermsByCase_GetsItsDateFromTheDeskAndSaysByWhat()
    {
        await using var citizen = await product.VisitAsync("congdan2@demo.example", width: 360);
        await citizen.GoAsync($"/thu-tuc/{Procedure}");
        Assert.Contains("Theo từng trường hợp", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var filing = new Filing(citizen);
        await filing.StartAsync(Procedure, "Quận Ba Đình", "Phường Trúc Bạch");
        await filing.FillInAsync();
        await filing.AddPapersAsync();
        var (temporary, _) = await filing.CheckAndSendAsync();

        await AcceptAsync(temporary);

        await citizen.GoAsync("/ho-so");
        await citizen.PressAsync(citizen.Page.Locator("article").Filter(new() { HasText = "hộ kinh doanh" }).First.Locator("a").First);
        await citizen.Page.Locator("summary:has-text('Vì sao')").First.ClickAsync();
        Assert.Contains(Basis, await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await citizen.LookForBarriersAsync();
        citizen.HasNoComplaint();
    }

    private async Task AcceptAsync(string temporary)
    {
        await using var clerk = await product.VisitAsync("motcua.trucbach", width: 1440);
        var page = clerk.Page;
        await clerk.GoLiveAsync("/tiep-nhan");
        await clerk.GoLiveAsync((await page.Locator($"main tr:has-text('{temporary}') a").First.GetAttributeAsync("href"))!);
        await page.Locator("button:has-text('Đánh dấu')").First.ClickAsync();
        await page.Locator("input[name=Decision]").First.CheckAsync();
        var confirm = page.Locator(".os-confirm .os-button--primary").First;
        await confirm.ClickAsync();
        await page.Locator(".os-error-summary").WaitForAsync();
        Assert.Contains("Hãy ghi thời hạn luật định cho trường hợp của hồ sơ này", await clerk.ProblemsAsync(), StringComparison.Ordinal);

        await page.Locator("[name=TermBasis]").FillAsync(Basis);
        await page.Locator("[name=TermAmount]").FillAsync("-3");
        await confirm.ClickAsync();
        await page.Locator(".os-error-summary:has-text('Thời hạn phải là số không âm')").WaitForAsync();
        Assert.Equal(("-3", Basis), (await page.Locator("[name=TermAmount]").InputValueAsync(), await page.Locator("[name=TermBasis]").InputValueAsync()));
        foreach (var width in new[] { 360, 768, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await clerk.LookForBarriersAsync();
        }

        await page.Locator("[name=TermAmount]").FillAsync("1");
        await page.Locator("[name=TermAmount]").BlurAsync();
        await page.Locator(".os-confirm__consequence:has-text('hẹn trả kết quả lúc')").WaitForAsync();
        await confirm.ClickAsync();
        await page.Locator(".os-notice--done:has-text('Đã tiếp nhận')").WaitForAsync();
        clerk.HasNoComplaint();
    }
}
