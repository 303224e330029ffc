using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// An officer asks two bodies, first with mistakes; one answers with a file, the other lets its date pass and the head goes on without it; the officer sees all of it.
[Collection(ProductCollection.Name)]
public sealed class ConsultationJourneyTests(Product product)
{
    private const string Body = "Phòng Lao động - Thương binh và Xã hội, Ủy ban nhân dân quận Ba Đình";
    private const string Silent = "Phòng Y tế, Ủy ban nhân dân quận Ba Đình";

    [Fact]
    public async Task Opinions_OfTwoBodies_AreAskedAnsweredWithAFileAndPassedOver()
    {
        await using var officer = await product.VisitAsync("chuyenvien-van-hoa-xa-hoi.trucbach", width: 1440);
        await officer.GoLiveAsync("/viec");
        var task = (await officer.Page.Locator("main a[href^='/viec/0']").First.GetAttributeAsync("href"))!;
        await AskAsync(officer, task);
        await AnswerAsync();
        await PassOverAsync();

        await officer.GoLiveAsync(task);
        await officer.Page.Locator($"article[aria-label='{Body}'] :text('Không đồng ý')").First.WaitForAsync();
        var panel = officer.Page.Locator("section.os-consult");
        Assert.Contains("Người này đang hưởng trợ cấp ở nơi khác", await panel.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Im lặng, đã cho đi tiếp", await panel.InnerTextAsync(), StringComparison.Ordinal);
        var file = await officer.Page.APIRequest.GetAsync(new Uri(product.Address, (await panel.Locator("a:has-text('ket-qua.pdf')").GetAttributeAsync("href"))!).ToString());
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(await file.BodyAsync(), 0, 4));
        await Handling.LookAsync(officer, "opinions");
        officer.HasNoComplaint();
    }

    private static async Task AskAsync(Visitor officer, string task)
    {
        var page = officer.Page;
        await officer.GoLiveAsync($"{task}/lay-y-kien");
        foreach (var body in new[] { Body, Silent })
        {
            await page.Locator("main input[type=search]").FillAsync(body[..body.IndexOf(',', StringComparison.Ordinal)] + " ba đình");
            await page.Locator("main form[role=search] button").ClickAsync();
            await page.Locator($"button[aria-label='Chọn {body}']").ClickAsync();
            await page.Locator($"section[aria-label='{body}']").WaitForAsync();
        }

        await page.Locator("[name='Bodies[0].WorkingDays']").FillAsync("99");
        await page.Locator("[name='Bodies[0].Questions']").FillAsync("Người này có đang hưởng trợ cấp nào khác không?");
        await page.Locator("button:has-text('Gửi lấy ý kiến')").ClickAsync();
        await page.Locator(".os-error-summary").WaitForAsync();
        Assert.Contains("Thời hạn phải từ 1 đến 60 ngày làm việc", await officer.ProblemsAsync(), StringComparison.Ordinal);
        Assert.Equal("99", await page.Locator("[name='Bodies[0].WorkingDays']").InputValueAsync());
        await Handling.LookAsync(officer, "ask-opinions");

        await page.Locator("[name='Bodies[0].WorkingDays']").FillAsync("3");
        await page.Locator("[name='Bodies[0].Part'][value=Decides]").CheckAsync();
        await page.Locator("[name='Bodies[1].Questions']").FillAsync("Kết quả giám định khuyết tật thế nào?");
        await page.Locator("[name='Bodies[1].Part'][value=Decides]").CheckAsync();
        await page.Locator(".os-autosave:has-text('Đang lưu')").WaitForAsync();
        await page.Locator(".os-autosave:has-text('Đã lưu')").WaitForAsync();
        await officer.GoLiveAsync($"{task}/lay-y-kien");
        Assert.Equal("Kết quả giám định khuyết tật thế nào?", await page.Locator("[name='Bodies[1].Questions']").InputValueAsync());
        await page.Locator("button:has-text('Gửi lấy ý kiến')").ClickAsync();
        await page.Locator(":text('Đã gửi lấy ý kiến 2 cơ quan, đơn vị')").WaitForAsync();
        officer.HasNoComplaint();
    }

    private async Task AnswerAsync()
    {
        await using var head = await product.VisitAsync("lanhdao-ldtbxh.quan-badinh", width: 1440);
        await head.GoLiveAsync("/viec");
        var task = (await head.Page.Locator("main tbody tr:has-text('Cho ý kiến phối hợp') a[href^='/viec/']").First.GetAttributeAsync("href"))!;
        await head.GoLiveAsync(task);
        await head.Page.Locator("[name=AnswerFiles]").SetInputFilesAsync(new FilePayload { Name = "gia-mao.pdf", MimeType = "application/pdf", Buffer = "<html>"u8.ToArray() });
        await head.Page.Locator(".os-file--failed").WaitForAsync();
        await head.Page.Locator("[name=AnswerFiles]").SetInputFilesAsync(new FilePayload { Name = "ket-qua.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"u8.ToArray() });
        await head.Page.Locator(".os-file:not(.os-file--failed) a:has-text('ket-qua.pdf')").WaitForAsync();
        await Handling.LookAsync(head, "opinion");
        await head.Page.Locator("[name=Comment]").FillAsync("Người này đang hưởng trợ cấp ở nơi khác.");
        await head.Page.Locator("[role=group] button:has-text('Không đồng ý')").ClickAsync();
        await head.Page.Locator(".os-confirm button").First.ClickAsync();
        await head.Page.Locator("main [role=status] a[href='/viec']").First.WaitForAsync();
        head.HasNoComplaint();
    }

    private async Task PassOverAsync()
    {
        var id = await LetTheDatePassAsync();
        await using var head = await product.VisitAsync("lanhdao-van-hoa-xa-hoi.trucbach", width: 1440);
        var passOver = head.Page.Locator($"button[aria-label='Cho đi tiếp, không chờ {Silent}']");
        // The timer of the date is looked for every few seconds.
        for (var attempt = 0; attempt < 60 && await passOver.CountAsync() == 0; attempt++)
            await head.GoLiveAsync($"/lay-y-kien/{id}");
        await passOver.ClickAsync();
        await head.Page.Locator(".os-confirm button").First.ClickAsync();
        await head.Page.Locator(".os-confirm .os-field-error").WaitForAsync();
        await Handling.LookAsync(head, "pass-over");
        await head.Page.Locator("[name='Opinion.Reason']").FillAsync("Đã nhắc hai lần");
        await head.Page.Locator(".os-confirm button").First.ClickAsync();
        await head.Page.Locator(":text('Im lặng, đã cho đi tiếp')").WaitForAsync();
        head.HasNoComplaint();
    }

    // Nobody waits for days in a test: the date of the one that has not answered is ten days ago.
    private async Task<string> LetTheDatePassAsync()
    {
        await using var database = new SqliteConnection(product.Database.ConnectionString);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = """
            UPDATE approvals_consultation SET due_at = asked_at - 864000000000 WHERE closed_at IS NULL;
            UPDATE approvals_process_job SET due_at = (SELECT MIN(due_at) FROM approvals_consultation) WHERE element = 'den_han';
            SELECT id FROM approvals_consultation WHERE closed_at IS NULL;
            """;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }
}
