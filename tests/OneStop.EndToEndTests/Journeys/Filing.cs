using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// What a citizen does from the procedure's page to the answer "sent", with scripts or without.
internal sealed class Filing(Visitor citizen)
{
    private static readonly Dictionary<string, string> Wishes = new(StringComparer.Ordinal)
    {
        ["applicant_name"] = "Nguyễn Văn An", ["applicant_number"] = "001090004321", ["applicant_email"] = "congdan@demo.example", ["beneficiary_number"] = "001090004321", ["birth_date"] = "12/03/1990", ["phone"] = "0912345678", ["beneficiary_gender"] = "male",
        ["payment_method"] = "cash", ["poor_household"] = "poor", ["other_benefits"] = "no",
    };

    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public async Task<(string Code, string LookupCode)> SendAsync(string procedure, string district, string commune)
    {
        await StartAsync(procedure, district, commune);
        await FillInAsync();
        await AddPapersAsync();
        return await CheckAndSendAsync();
    }

    public async Task StartAsync(string procedure, string district, string commune)
    {
        await citizen.GoAsync($"/thu-tuc/{procedure}");
        await citizen.PressAsync($"a[href='/nop-ho-so/{procedure}']");
        await citizen.LookForBarriersAsync();
        await citizen.Page.Locator("select[name=huyen]").SelectOptionAsync(new SelectOptionValue { Label = district });
        await citizen.PressAsync("form:has(select[name=huyen]) button[type=submit]");
        await citizen.Page.Locator("select[name=xa]").SelectOptionAsync(new SelectOptionValue { Label = commune });
        await citizen.PressAsync("form:has(select[name=xa]) button[type=submit]");
        await citizen.LookForBarriersAsync();
        await citizen.FillRestAsync(Wishes);
        await citizen.PressAsync("form:has(input[name=ClientKey]) button[type=submit]");
        Assert.EndsWith("/soan", new Uri(citizen.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    public async Task FillInAsync()
    {
        var draft = citizen.Page.Url;
        await citizen.LookForBarriersAsync();
        var sections = await citizen.Page.Locator("main a[href*='/soan/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");
        Assert.NotEmpty(sections);
        await citizen.PictureAsync("filing");
        foreach (var section in sections)
        {
            await citizen.GoAsync(section);
            await citizen.FillRestAsync(Wishes);
            await citizen.LookForBarriersAsync();
            await citizen.PressAsync("main form.os-form button[type=submit]");
            Assert.Equal("", await citizen.ProblemsAsync());
        }

        await citizen.GoAsync(draft);
    }

    public async Task AddPapersAsync()
    {
        await citizen.GoAsync(citizen.Page.Url.Replace("/soan", "/giay-to", StringComparison.Ordinal));
        await citizen.LookForBarriersAsync();
        var papers = await citizen.Page.Locator("section[id^='giay-to-']").EvaluateAllAsync<string[]>("all => all.map(s => s.id)");
        foreach (var paper in papers)
        {
            var section = citizen.Page.Locator($"[id='{paper}']");
            await section.Locator("input.os-upload__input").SetInputFilesAsync(new FilePayload { Name = $"{paper}.png", MimeType = "image/png", Buffer = Photo });
            // Without a script the file goes with the form's own button.
            if (await section.Locator("button[formenctype]").CountAsync() is 1 && await section.Locator("button[formenctype]").IsVisibleAsync())
                await citizen.PressAsync($"[id='{paper}'] button[formenctype]");
            await citizen.Page.Locator($"[id='{paper}'] .os-file a.os-file__name").First.WaitForAsync();
        }

        await citizen.LookForBarriersAsync();
    }

    public async Task<(string Code, string LookupCode)> CheckAndSendAsync()
    {
        await citizen.GoAsync(citizen.Page.Url.Split('?')[0].Replace("/giay-to", "/kiem-tra", StringComparison.Ordinal));
        await citizen.LookForBarriersAsync();
        await citizen.PictureAsync("check");
        await citizen.PressAsync("main form.os-form button[type=submit]");
        await citizen.Page.WaitForURLAsync("**/da-gui");
        await citizen.LookForBarriersAsync();
        var codes = await citizen.Page.Locator("code.os-code").AllInnerTextsAsync();
        return (codes[0].Trim(), codes[1].Trim());
    }
}
