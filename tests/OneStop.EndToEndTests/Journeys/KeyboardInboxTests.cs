using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// An official without a mouse: chooses a task, claims it together with others, undoes it, does it after all, opens it and gives it back.
[Collection(ProductCollection.Name)]
public sealed class KeyboardInboxTests(Product product)
{
    private const int MostStops = 200;

    [Fact]
    public async Task Inbox_WithTheKeyboardAlone_IsChosenFromClaimedUndoneAndLeft()
    {
        await using var clerk = await product.VisitAsync("motcua2.trucbach", width: 1440);
        var page = clerk.Page;
        await clerk.GoLiveAsync("/viec");
        await page.Locator("tbody tr[data-list-item]").First.WaitForAsync();

        await page.Keyboard.PressAsync("?");
        await page.Locator("#keyboard-help").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
        await clerk.LookForBarriersAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keyboard-help").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        await ChooseAndClaimAsync(clerk);
        await SaysAsync(page, "Sắp nhận 1 việc");
        await clerk.LookForBarriersAsync();
        await page.Keyboard.PressAsync("z");
        await SaysAsync(page, "không việc nào thay đổi");

        await ChooseAndClaimAsync(clerk);
        await SaysAsync(page, "Đã nhận 1 việc");
        await clerk.LookForBarriersAsync();
        await clerk.PictureAsync("inbox-bulk");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/viec/*-*");
        var release = page.Locator("aside button:has-text('Trả lại cho đơn vị'):not([disabled])");
        await release.WaitForAsync();
        await clerk.LookForBarriersAsync();
        Assert.Contains("Ngô Thanh Thủy", await page.Locator("aside").InnerTextAsync(), StringComparison.Ordinal);

        // Every stop of the page lets go again: nothing holds the focus.
        Assert.True(await TabToAsync(page, release), "The button to give the task back is not reached by the tab key.");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("aside button:has-text('Nhận việc này')").WaitForAsync();
        clerk.HasNoComplaint();
    }

    private static async Task ChooseAndClaimAsync(Visitor clerk)
    {
        await clerk.Page.Keyboard.PressAsync("j");
        await clerk.Page.Keyboard.PressAsync("x");
        await clerk.Page.Locator(".os-bulk:has-text('Đã chọn 1 việc') button[data-key=c]:not([disabled])").WaitForAsync();
        await clerk.LookForBarriersAsync();
        await clerk.Page.Keyboard.PressAsync("c");
    }

    private static Task SaysAsync(IPage page, string words) => page.Locator($".os-bulk-progress [role=status]:has-text('{words}')").WaitForAsync();

    private static async Task<bool> TabToAsync(IPage page, ILocator wanted)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await wanted.EvaluateAsync<bool>("button => button === document.activeElement"))
                return true;
            await page.Keyboard.PressAsync("Tab");
        }

        return false;
    }
}
