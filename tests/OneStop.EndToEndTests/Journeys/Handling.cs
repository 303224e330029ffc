using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// What the staff does with a dossier: the desk accepts it, whoever has a step does it.
internal static partial class Handling
{
    private static readonly int[] Widths = [360, 768, 1440];

    // Finds every paper right and accepts; from then on the dossier has its number.
    public static async Task<string> AcceptAsync(Visitor clerk, string row)
    {
        await clerk.GoLiveAsync("/tiep-nhan");
        var address = await clerk.Page.Locator($"main tr:has-text('{row}') a").First.GetAttributeAsync("href");
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
        await SaidAsync(clerk);
        var code = Code().Match(await clerk.Page.Locator("main").InnerTextAsync()).Value;
        Assert.NotEqual("", code);
        return code;
    }

    // Where the inbox has the task of a dossier; null where it has none.
    public static async Task<string?> FindAsync(Visitor officer, string code)
    {
        await officer.GoLiveAsync($"/viec?q={code}");
        var row = officer.Page.Locator($"main table a:has-text('{code}')").First;
        await row.Or(officer.Page.Locator("main .os-empty")).First.WaitForAsync();
        return await row.CountAsync() == 0 ? null : await row.GetAttributeAsync("href");
    }

    // Does the task the way it goes on: fills in what the step asks, presses its first button and confirms.
    public static async Task DoAsync(Visitor officer, string task, IReadOnlyDictionary<string, string> answers, string? picture = null)
    {
        await officer.GoLiveAsync(task);
        var decision = officer.Page.Locator("section[aria-labelledby=quyet-dinh]");
        var action = decision.Locator(".os-actions[role=group] button").First;
        await action.WaitForAsync();
        foreach (var field in await decision.Locator(":is(input[type=text], input:not([type]), textarea)").AllAsync())
        {
            var isAsked = answers.TryGetValue(await field.GetAttributeAsync("name") ?? "", out var answer) || await field.GetAttributeAsync("aria-required") == "true";
            if (isAsked)
                await field.FillAsync(answer ?? (await field.GetAttributeAsync("inputmode") == "numeric" ? "500000" : "Đã kiểm tra, đủ điều kiện."));
        }

        await action.ClickAsync();
        var confirm = decision.Locator(".os-confirm .os-button").First;
        await confirm.WaitForAsync();
        await officer.LookForBarriersAsync();
        if (picture is not null)
            await officer.PictureAsync(picture);
        await confirm.ClickAsync();
        await SaidAsync(officer);
    }

    // At every width; what is wider than the screen counts too.
    public static async Task LookAsync(Visitor visitor, string name)
    {
        var before = visitor.Page.ViewportSize!;
        foreach (var width in Widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.LookForBarriersAsync();
        }

        await visitor.Page.SetViewportSizeAsync(before.Width, before.Height);
        await visitor.PictureAsync(name);
    }

    private static async Task SaidAsync(Visitor person)
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
