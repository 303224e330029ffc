using System.Globalization;
using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using OneStop.Kernel.Time;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// The work of a ward's unit on a phone: handed round by its head and its administrator, done by the officer, and signed by whoever stands in for the chairman.
[Collection(ProductCollection.Name)]
public sealed class UnitWorkJourneyTests(Product product)
{
    private const string Step = "Đối chiếu, ghi lời chứng";
    private const string Officer = "Nguyễn Văn Anh";
    private const string Chairman = "Lê Thị Hà";

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["documentSymbol"] = "CT-UBND", ["resultTitle"] = "BẢN SAO CHỨNG THỰC", ["resultSubject"] = "Chứng thực bản sao từ bản chính", ["resultBody"] = "Chứng thực bản sao đúng với bản chính.",
    };

    [Fact]
    public async Task Work_OfAUnit_IsGivenToAnOfficerAndSignedByTheSubstituteOfTheChairmanWhileTheTermLasts()
    {
        var codes = await GiveManyAsync();
        await using (var officer = await product.VisitAsync("chuyenvien-tu-phap-ho-tich.trucbach", width: 1440))
        {
            foreach (var code in codes)
                await Handling.DoAsync(officer, (await Handling.FindAsync(officer, code))!, Answers);
        }

        await using var substitute = await product.VisitAsync("lanhdao-tu-phap-ho-tich.trucbach", width: 360);
        await substitute.GoLiveAsync("/viec");
        var inPlace = substitute.Page.Locator($"tbody :text('Thay {Chairman}')").First;
        await substitute.Page.Locator("main tbody .os-code:visible, main .os-empty").First.WaitForAsync();
        Assert.Equal(0, await inPlace.CountAsync());

        // The inbox that lies open shows the chairman's work by itself.
        await NameSubstituteAsync();
        await inPlace.WaitForAsync();
        await SignManyAsync(substitute, codes);
        await EndSubstitutionAsync();

        await substitute.GoAsync("/nguoi-thay");
        Assert.Contains("Bạn không thay ai", await substitute.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await InboxAsync(substitute, standsIn: false);
        substitute.HasNoComplaint();
    }

    // One by the head at the task itself, then all by the administrator, who opens none of them.
    private async Task<string[]> GiveManyAsync()
    {
        await using var admin = await product.VisitAsync("quantri.trucbach", width: 360);
        var page = admin.Page;
        await admin.GoLiveAsync("/viec-don-vi");
        var rows = page.Locator("tbody tr:has(.os-pick)").Filter(new LocatorFilterOptions { HasText = Step });
        await rows.First.WaitForAsync();
        var codes = (await rows.Locator(".os-code").AllInnerTextsAsync()).Select(c => c.Trim()).ToArray();
        Assert.True(codes.Length > 1, "The demonstration has fewer than two copies to certify.");
        await GiveOneAsync(codes[0]);

        await admin.GoLiveAsync("/viec-don-vi");
        Assert.Equal(0, await page.Locator("tbody tr:has(.os-pick) a").CountAsync());
        foreach (var row in await rows.AllAsync())
            await row.Locator(".os-pick input").CheckAsync();
        await page.Locator(".os-bulk button:has-text('Giao người khác')").ClickAsync();
        await page.Locator("select[name=AccountId]").WaitForAsync();
        await page.Locator($".os-confirm button:has-text('Giao {codes.Length} việc')").ClickAsync();
        await page.Locator(".os-error-summary").WaitForAsync();
        Assert.Equal("true", await page.Locator("select[name=AccountId]").GetAttributeAsync("aria-invalid"));
        await Handling.LookAsync(admin, "unit-tasks");

        await ChooseAsync(page.Locator("select[name=AccountId]"), Officer);
        await page.Locator(".os-bulk [name=Reason]").FillAsync("Cân đối việc trong tuần");
        await page.Locator($".os-confirm button:has-text('Giao {codes.Length} việc')").ClickAsync();
        await page.Locator($".os-bulk-progress [role=status]:has-text('Đã giao {codes.Length} việc cho người khác')").WaitForAsync();
        await page.Locator(".os-bulk-progress summary").ClickAsync();
        Assert.Equal(codes.Length, await page.Locator(".os-bulk-progress tbody tr").CountAsync());
        Assert.Equal(0, await page.Locator(".os-bulk-progress tbody a").CountAsync());
        await Handling.LookAsync(admin, "unit-tasks-done");
        await page.Locator($"tbody tr:has(.os-pick):has-text('{codes[0]}'):has-text('{Officer}')").WaitForAsync();
        admin.HasNoComplaint();
        return codes;
    }

    private async Task GiveOneAsync(string code)
    {
        await using var head = await product.VisitAsync("lanhdao-tu-phap-ho-tich.trucbach", width: 360);
        await head.GoLiveAsync($"/viec?xem=don-vi&q={code}");
        var task = await head.Page.Locator($"main table a:has-text('{code}')").First.GetAttributeAsync("href");
        await head.GoLiveAsync(task!);
        await head.Page.Locator("aside summary:has-text('Giao cho người khác')").ClickAsync();
        await ChooseAsync(head.Page.Locator("aside select[name=AccountId]"), Officer);
        var give = head.Page.Locator("aside details:has([name=ReassignReason]) button:has-text('Giao việc')");
        await give.ClickAsync();
        await head.Page.Locator(".os-error-summary, .os-field-error").First.WaitForAsync();
        await Handling.LookAsync(head, "reassign-one");
        await head.Page.Locator("[name=ReassignReason]").FillAsync("Người quen việc chứng thực");
        await give.ClickAsync();
        await head.Page.Locator($"main:has-text('{Officer}') .os-notice--done, aside:has-text('{Officer}')").First.WaitForAsync();
        head.HasNoComplaint();
    }

    private async Task NameSubstituteAsync()
    {
        await using var chairman = await product.VisitAsync("chutich.trucbach", width: 360);
        var page = chairman.Page;
        var today = TimeProvider.System.GetUtcNow().VietnamDate();
        await chairman.GoAsync("/nguoi-thay");
        await ChooseAsync(page.Locator("select[name='Input.AccountId']"), "Dương Quang Vân");
        await page.Locator("[name='Input.From']").FillAsync(Written(today));
        await page.Locator("[name='Input.Through']").FillAsync(Written(today.AddDays(-1)));
        await chairman.PressAsync("form:has([name='Input.From']) button.os-button--primary");
        Assert.NotEqual("", await chairman.ProblemsAsync());
        Assert.Equal(Written(today.AddDays(-1)), await page.Locator("[name='Input.Through']").InputValueAsync());
        await Handling.LookAsync(chairman, "substitute-problem");

        await page.Locator("[name='Input.Through']").FillAsync(Written(today.AddDays(2)));
        await chairman.PressAsync("form:has([name='Input.From']) button.os-button--primary");
        await page.Locator(":text('Đã giao người thay')").WaitForAsync();
        await Handling.LookAsync(chairman, "substitute");
        chairman.HasNoComplaint();
    }

    // The substitute sees for whom it is, is asked to confirm the list, and each paper is signed in the chairman's place.
    private static async Task SignManyAsync(Visitor substitute, string[] codes)
    {
        var page = substitute.Page;
        await InboxAsync(substitute, standsIn: true);
        foreach (var code in codes)
        {
            var row = page.Locator($"tbody tr:has([data-select]):has-text('{code}'):has-text('Ký chứng thực')");
            await row.Locator($":text('Thay {Chairman}')").WaitForAsync();
            await row.Locator("[data-select]").CheckAsync();
        }

        await page.Locator(".os-bulk button:has-text('Ký, đóng dấu')").ClickAsync();
        await page.Locator(".os-bulk__papers li").First.WaitForAsync();
        Assert.Equal(codes.Order(), (await page.Locator(".os-bulk__papers .os-code").AllInnerTextsAsync()).Select(c => c.Trim()).Order());
        await page.Locator($".os-confirm button:has-text('Ký {codes.Length} văn bản')").ClickAsync();
        await page.Locator(".os-error-summary").WaitForAsync();
        await Handling.LookAsync(substitute, "sign-many");

        await page.Locator("input[name=Confirmed]").CheckAsync();
        await page.Locator($".os-confirm button:has-text('Ký {codes.Length} văn bản')").ClickAsync();
        await page.Locator($".os-bulk-progress [role=status]:has-text('Đã ký {codes.Length} văn bản')").WaitForAsync();
        await Handling.LookAsync(substitute, "sign-many-done");
        substitute.HasNoComplaint();
    }

    // The very next page knows who stands in for whom.
    private static async Task InboxAsync(Visitor substitute, bool standsIn)
    {
        await substitute.GoLiveAsync("/viec");
        await substitute.Page.Locator("main tbody tr, main .os-empty").First.WaitForAsync();
        Assert.Equal(standsIn, await substitute.Page.Locator($"main tbody :text('Thay {Chairman}')").CountAsync() > 0);
    }

    private async Task EndSubstitutionAsync()
    {
        await using var chairman = await product.VisitAsync("chutich.trucbach", width: 360);
        await chairman.GoAsync("/nguoi-thay");
        await chairman.PressAsync("button[name=Ended]");
        await chairman.Page.Locator(":text('Đã chấm dứt việc thay')").WaitForAsync();
        Assert.Contains("Hiện không có ai thay bạn", await chairman.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        chairman.HasNoComplaint();
    }

    private static string Written(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // People read names; the option says the post too.
    private static async Task ChooseAsync(ILocator select, string name) =>
        await select.SelectOptionAsync((await select.Locator("option").Filter(new LocatorFilterOptions { HasText = name }).First.GetAttributeAsync("value"))!);
}
