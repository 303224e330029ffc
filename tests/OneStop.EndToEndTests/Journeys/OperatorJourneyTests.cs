using System.Text;
using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// A process is changed outside, imported and published; the dossier that runs is taken over to it, stands still at its gateway, and is mended by the operator.
[Collection(ProductCollection.Name)]
public sealed class OperatorJourneyTests(Product product)
{
    private const string Key = "1.001193";
    private const string Administrator = "nghiepvu.tp";
    private const string Officer = "chuyenvien-tu-phap-ho-tich.trucbach";

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["documentSymbol"] = "KS-UBND", ["resultTitle"] = "GIẤY KHAI SINH", ["resultSubject"] = "Đăng ký khai sinh", ["resultBody"] = "Đã đăng ký khai sinh.",
    };

    [Fact]
    public async Task Dossier_TakenToANewVersion_StandsStillAtAnUnknownVariableAndGoesOnWhenItIsMended()
    {
        string code;
        await using (var clerk = await product.VisitAsync("motcua.trucbach", width: 1440))
            code = await Handling.AcceptAsync(clerk, "khai sinh");
        await using var officer = await product.VisitAsync(Officer, width: 1440);
        string? task = null;
        // The event of the acceptance travels a moment.
        for (var attempt = 0; attempt < 30 && task is null; attempt++)
            task = await Handling.FindAsync(officer, code);
        await PublishAsync();
        await MigrateAsync(code);

        await Handling.DoAsync(officer, task!, Answers);
        Assert.Null(await Handling.FindAsync(officer, code));
        await MendAsync(code);

        Assert.NotNull(await Handling.FindAsync(officer, code));
        officer.HasNoComplaint();
    }

    // The way out of the gateway reads a variable that no step writes, and there is no default any more.
    private static string Changed(string xml) => xml
        .Replace(" default=\"f_kenh_nop__kenh_nop_nhap\"", "", StringComparison.Ordinal)
        .Replace("dossier.channel = \"online\"", "so_ban_sao &gt; 0", StringComparison.Ordinal)
        .Replace(
            "sourceRef=\"kenh_nop\" targetRef=\"kenh_nop_nhap\"/>",
            "sourceRef=\"kenh_nop\" targetRef=\"kenh_nop_nhap\"><conditionExpression>so_ban_sao = 0</conditionExpression></sequenceFlow>", StringComparison.Ordinal);

    private async Task PublishAsync()
    {
        await using var drawer = await product.VisitAsync(Administrator, width: 1440);
        var page = drawer.Page;
        await drawer.GoLiveAsync("/quan-tri/quy-trinh");
        var row = page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = Key });
        var file = await page.APIRequest.GetAsync(new Uri(product.Address, (await row.Locator("a[download]").First.GetAttributeAsync("href"))!).ToString());
        var xml = Changed(await file.TextAsync());
        Assert.Equal(2, xml.Split("so_ban_sao").Length - 1);
        await page.Locator("summary:has-text('Nhập tệp BPMN')").ClickAsync();
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "hong.bpmn", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(xml[..(xml.Length / 2)]) });
        await page.Locator(".os-error-summary").WaitForAsync();
        await Handling.LookAsync(drawer, "process-import-problem");
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = $"{Key}.bpmn", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(xml) });
        await page.WaitForURLAsync("**/quan-tri/quy-trinh/ban-thao/*");
        await page.Locator(".os-board__canvas .djs-shape").First.WaitForAsync();
        await page.Locator("summary:has-text('Gửi soát')").ClickAsync();
        await page.Locator("[name=Note]").FillAsync("Rẽ theo số bản sao");
        await page.Locator("[name=Note]").BlurAsync();
        var draft = new Uri(page.Url).AbsolutePath;
        await page.Locator("button:has-text('Gửi người khác soát'):not([disabled])").ClickAsync();
        await row.Locator(":text('Chờ soát')").WaitForAsync();
        drawer.HasNoComplaint();

        await using var reviewer = await product.VisitAsync("nghiepvu2.tp", width: 1440);
        await reviewer.GoLiveAsync(draft);
        await reviewer.Page.Locator(".os-board__canvas .djs-shape").First.WaitForAsync();
        await reviewer.Page.Locator("button:has-text('Ban hành')").ClickAsync();
        await reviewer.Page.WaitForURLAsync("**/quan-tri/quy-trinh");
        await reviewer.Page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = Key }).Locator("text=Phiên bản 2").First.WaitForAsync();
        reviewer.HasNoComplaint();
    }

    // First as a rehearsal with its report, then in earnest with a reason.
    private async Task MigrateAsync(string code)
    {
        await using var administrator = await product.VisitAsync(Administrator, width: 360);
        var page = administrator.Page;
        await administrator.GoLiveAsync("/quan-tri/quy-trinh");
        await administrator.GoLiveAsync((await page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = Key }).Locator("a[href*='chuyen-phien-ban']").First.GetAttributeAsync("href"))!);
        var line = page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = code });
        await line.Locator(":text('Chuyển được')").WaitForAsync();

        // What has no counterpart stays where it is, and the report says so before anything is done.
        var step = page.Locator("select[name='To-lap_giay']");
        await step.SelectOptionAsync("");
        await line.Locator(".os-tag--late").WaitForAsync();
        await Handling.LookAsync(administrator, "migration-staying");
        await step.SelectOptionAsync("lap_giay");
        await line.Locator(":text('Chuyển được')").WaitForAsync();
        await page.Locator(".os-confirm button").First.ClickAsync();
        await page.Locator(".os-confirm .os-field-error").WaitForAsync();
        await Handling.LookAsync(administrator, "migration");

        await page.Locator("[name=Why]").FillAsync("Áp dụng bản mới cho hồ sơ đang chạy");
        await page.Locator(".os-confirm button").First.ClickAsync();
        await page.Locator(":text('Đã xong: 1 đã chuyển, 0 ở lại')").WaitForAsync();
        await Handling.LookAsync(administrator, "migration-done");
        administrator.HasNoComplaint();
    }

    private async Task MendAsync(string code)
    {
        await using var administrator = await product.VisitAsync(Administrator, width: 360);
        var page = administrator.Page;
        await administrator.GoLiveAsync("/quan-tri/su-co-quy-trinh");
        var incident = page.Locator("tbody a").Filter(new LocatorFilterOptions { HasText = code });
        await incident.WaitForAsync();
        await Handling.LookAsync(administrator, "incidents");
        await administrator.GoLiveAsync((await incident.GetAttributeAsync("href"))!);
        await page.Locator("input[name=Deed][value=retry]").CheckAsync();
        var confirm = page.Locator(".os-confirm .os-actions button").First;
        await confirm.ClickAsync();
        await page.Locator(".os-confirm .os-field-error").First.WaitForAsync();
        await page.Locator("[name=Why]").FillAsync("Thử lại lần đầu");
        await confirm.ClickAsync();
        await page.Locator(":text('quy trình dừng lần nữa')").WaitForAsync();

        // It stands again: this time the variable is written, first wrongly.
        await administrator.GoLiveAsync("/quan-tri/su-co-quy-trinh");
        await administrator.GoLiveAsync((await incident.GetAttributeAsync("href"))!);
        await page.Locator("input[name=Deed][value=retry]").CheckAsync();
        await page.Locator("fieldset :text('so_ban_sao')").First.WaitForAsync();
        await page.Locator("fieldset label:has-text('so_ban_sao')").First.ClickAsync();
        await page.Locator("fieldset select[name^='Kind-']").SelectOptionAsync("Number");
        await page.Locator("fieldset [name^='Value-']").FillAsync("hai");
        await page.Locator("[name=Why]").FillAsync("Người nộp xin hai bản sao");
        await confirm.ClickAsync();
        await page.Locator("fieldset .os-field-error").WaitForAsync();
        Assert.Equal("hai", await page.Locator("fieldset [name^='Value-']").InputValueAsync());
        await Handling.LookAsync(administrator, "incident");
        await page.Locator("fieldset [name^='Value-']").FillAsync("2");
        await confirm.ClickAsync();
        await page.Locator(":text('Đã thử lại, hồ sơ đi tiếp')").WaitForAsync();
        await Handling.LookAsync(administrator, "incident-mended");
        administrator.HasNoComplaint();
    }
}
