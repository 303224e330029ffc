using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// A chairman signs several papers at once without a mouse: the list is confirmed, undone while that is possible, signed, and each paper says what became of it.
[Collection(ProductCollection.Name)]
public sealed class ChairmanJourneyTests(Product product)
{
    private const string Sign = "Ký chứng thực";

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["documentSymbol"] = "CT-UBND", ["resultTitle"] = "BẢN SAO CHỨNG THỰC", ["resultSubject"] = "Chứng thực bản sao từ bản chính", ["resultBody"] = "Chứng thực bản sao đúng với bản chính.",
    };

    [Fact]
    public async Task Papers_OfAWard_AreSignedTogetherByItsChairmanWhoFirstUndidIt()
    {
        string[] codes = [await PrepareAsync(), await PrepareAsync()];
        await using var chairman = await product.VisitAsync("chutich.trucbach", width: 1440);
        var page = chairman.Page;

        await OpenListAsync(chairman, codes);
        var paper = await page.Context.RunAndWaitForPageAsync(() => page.Locator(".os-bulk__papers a").First.ClickAsync());
        await paper.Locator("h1").First.WaitForAsync();
        await paper.CloseAsync();
        await ConfirmAsync(page, codes.Length);
        await page.Locator(".os-error-summary").WaitForAsync();
        await Handling.LookAsync(chairman, "chairman-sign");
        await page.Locator("input[name=Confirmed]").CheckAsync();
        await ConfirmAsync(page, codes.Length);
        await SaysAsync(page, $"Sắp ký {codes.Length} văn bản");
        await chairman.LookForBarriersAsync();
        await page.Keyboard.PressAsync("z");
        await SaysAsync(page, "không việc nào thay đổi");

        await OpenListAsync(chairman, codes);
        await page.Locator("input[name=Confirmed]").CheckAsync();
        await ConfirmAsync(page, codes.Length);
        await SaysAsync(page, $"Đã ký {codes.Length} văn bản");
        await page.Locator(".os-bulk-progress summary").ClickAsync();
        var results = page.Locator(".os-bulk-progress tbody tr");
        Assert.Equal(codes.Order(), (await results.Locator(".os-code").AllInnerTextsAsync()).Select(c => c.Trim()).Order());
        await Handling.LookAsync(chairman, "chairman-signed");
        foreach (var code in codes)
            Assert.Null(await Handling.FindAsync(chairman, code));
        chairman.HasNoComplaint();

        // What is signed waits for the seal.
        await using var records = await product.VisitAsync("vanthu.trucbach", width: 1440);
        foreach (var code in codes)
            Assert.NotNull(await Handling.FindAsync(records, code));
    }

    private async Task<string> PrepareAsync()
    {
        string temporary;
        await using (var citizen = await product.VisitAsync("congdan@demo.example"))
            (temporary, _) = await new Filing(citizen).SendAsync("2.000815", "Quận Ba Đình", "Phường Trúc Bạch");
        string code;
        await using (var clerk = await product.VisitAsync("motcua.trucbach", width: 1440))
            code = await Handling.AcceptAsync(clerk, temporary);
        await using var officer = await product.VisitAsync("chuyenvien-tu-phap-ho-tich.trucbach", width: 1440);
        string? task = null;
        for (var attempt = 0; attempt < 30 && task is null; attempt++)
            task = await Handling.FindAsync(officer, code);
        await Handling.DoAsync(officer, task!, Answers);
        return code;
    }

    // Chooses the rows with the keyboard alone and asks to sign them.
    private static async Task OpenListAsync(Visitor chairman, string[] codes)
    {
        var page = chairman.Page;
        await chairman.GoLiveAsync("/viec");
        foreach (var code in codes)
        {
            var row = page.Locator($"tbody tr:has([data-select]):has-text('{code}'):has-text('{Sign}')");
            await row.WaitForAsync();
            await row.Locator("[data-select]").FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await page.Locator(".os-bulk button:has-text('Ký, đóng dấu')").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".os-bulk__papers li").First.WaitForAsync();
        Assert.Equal(codes.Order(), (await page.Locator(".os-bulk__papers .os-code").AllInnerTextsAsync()).Select(c => c.Trim()).Order());
    }

    private static async Task ConfirmAsync(IPage page, int papers)
    {
        await page.Locator($".os-confirm button:has-text('Ký {papers} văn bản')").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task SaysAsync(IPage page, string words) => page.Locator($".os-bulk-progress [role=status]:has-text('{words}')").WaitForAsync();
}
