using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using OneStop.Kernel.Time;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// A dossier of the demonstration's past is late: the head signs the apology that waits in the inbox, and the citizen reads it on the phone.
[Collection(ProductCollection.Name)]
public sealed class LateDossierJourneyTests(Product product)
{
    private const string Reason = "Sổ hộ khẩu cũ phải đối chiếu với tàng thư, công an phường chưa trả lời";
    private const int Attempts = 30;

    [Fact]
    public async Task Apology_SignedByTheHead_ReachesTheCitizenWithItsNewAppointment()
    {
        await using var citizen = await product.VisitAsync("congdan@demo.example", width: 360);
        await citizen.GoAsync("/ho-so");
        await citizen.LookForBarriersAsync();
        var card = citizen.Page.Locator("article").Filter(new LocatorFilterOptions { HasText = "Quá hạn" }).First;
        var code = (await card.Locator(".os-code").InnerTextAsync()).Trim();
        var address = (await card.Locator("a").First.GetAttributeAsync("href"))!;

        var promised = await SignAsync(code);

        await WaitForLetterAsync(citizen, address);
        var told = await citizen.Page.Locator("main").InnerTextAsync();
        Assert.Contains(Reason, told, StringComparison.Ordinal);
        Assert.Contains($"hẹn lại 15:00 {promised}", told, StringComparison.Ordinal);
        // The appointment has moved; late it stays.
        Assert.Contains("Quá hạn, hẹn lại", told, StringComparison.Ordinal);
        var letter = await citizen.Page.Locator("main a[href*='/tep/']").Filter(new LocatorFilterOptions { HasText = "Mau-04" }).First.GetAttributeAsync("href");
        var file = await citizen.Page.APIRequest.GetAsync(new Uri(product.Address, letter!).ToString());
        Assert.Equal("%PDF", Encoding.ASCII.GetString(await file.BodyAsync(), 0, 4));
        await citizen.PictureAsync("late-dossier");
        foreach (var (language, scheme) in new[] { ("vi", ColorScheme.Light), ("en", ColorScheme.Dark) })
        {
            await citizen.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await citizen.GoAsync($"{address}?lang={language}");
            await citizen.LookForBarriersAsync();
        }

        citizen.HasNoComplaint();
        await using var anyone = await product.VisitAsync(script: false);
        await PaperCheck.SendAsync(anyone, "xin-loi.pdf", await file.BodyAsync());
        Assert.Contains("Giấy tờ này còn hiệu lực", await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    // A reason that says nothing and a day that has passed are refused at their fields; what else was typed stays.
    private async Task<string> SignAsync(string code)
    {
        await using var head = await product.VisitAsync("chutich.trucbach", width: 1440);
        await head.GoLiveAsync($"/viec?q={code}");
        var row = head.Page.Locator($"main table a:has-text('{code}')").First;
        await row.WaitForAsync();
        await head.GoLiveAsync((await row.GetAttributeAsync("href"))!);
        await FillAsync(head, "Quá tải", "01/01/2026");
        await ConfirmAsync(head);
        await head.Page.Locator(".os-error-summary").WaitForAsync();
        Assert.Contains("Lý do chưa cụ thể", await head.ProblemsAsync(), StringComparison.Ordinal);
        Assert.Contains("Ngày trả kết quả mới phải sau", await head.ProblemsAsync(), StringComparison.Ordinal);
        Assert.Equal("15:00", await head.Page.Locator("[name=newDueTime]").InputValueAsync());
        await head.LookForBarriersAsync();

        // The Wednesday after next may be a holiday, which the page says.
        for (var week = 2; week < 6; week++)
        {
            var day = WednesdayIn(week);
            await FillAsync(head, Reason, day);
            await ConfirmAsync(head);
            var done = head.Page.Locator(".os-notice--done[role=status]").First;
            await done.Or(head.Page.Locator(".os-error-summary:has-text('giờ làm việc')")).First.WaitForAsync();
            if (await done.CountAsync() == 0)
                continue;
            await head.LookForBarriersAsync();
            head.HasNoComplaint();
            return day;
        }

        throw new InvalidOperationException($"No appointment was taken: {await head.ProblemsAsync()}");
    }

    private static async Task FillAsync(Visitor head, string reason, string day)
    {
        await head.Page.Locator("[name=apologyReason]").FillAsync(reason);
        await head.Page.Locator("[name=newDueDay]").FillAsync(day);
        await head.Page.Locator("[name=newDueTime]").FillAsync("15:00");
    }

    private static async Task ConfirmAsync(Visitor head)
    {
        var decision = head.Page.Locator("section[aria-labelledby=quyet-dinh]");
        var confirm = decision.Locator(".os-confirm .os-button").First;
        if (await confirm.CountAsync() == 0)
            await decision.Locator(".os-actions[role=group] button").First.ClickAsync();
        await confirm.ClickAsync();
    }

    // The letter is numbered, drawn and signed after the press.
    private static async Task WaitForLetterAsync(Visitor citizen, string address)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await citizen.GoAsync(address);
            if (await citizen.Page.Locator("main a:has-text('Mau-04')").CountAsync() > 0)
                return;
        }

        Assert.Fail("No apology came.");
    }

    private static string WednesdayIn(int weeks)
    {
        var day = TimeProvider.System.GetUtcNow().VietnamDate().AddDays(7 * (weeks - 1));
        while (day.DayOfWeek != DayOfWeek.Wednesday)
            day = day.AddDays(1);
        return day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
    }
}
