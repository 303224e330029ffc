using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// A process is drawn by one administrator, told what is wrong while drawing, sent to review, and published by the other.
[Collection(ProductCollection.Name)]
public sealed class DesignerJourneyTests(Product product)
{
    private const string Key = "default-bo";

    [Fact]
    public async Task Process_DrawnByOneAdministrator_IsMendedReviewedAndPublishedByAnother()
    {
        await using var drawer = await product.VisitAsync("nghiepvu.tp", width: 1440);
        var draft = await CopyAsync(drawer);
        await drawer.LookForBarriersAsync();

        // A step without a role cannot run: said while drawing, with the step named.
        await ChooseAsync(drawer, "ky");
        await drawer.Page.Locator("[name='ky-role']").SelectOptionAsync("");
        await drawer.Page.Locator(".os-problems li").First.WaitForAsync();
        Assert.Contains("Ký", await drawer.Page.Locator(".os-problems").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await Submit(drawer).IsDisabledAsync());
        await drawer.LookForBarriersAsync();
        await drawer.PictureAsync("designer-problem");

        await drawer.Page.Locator("[name='ky-role']").SelectOptionAsync("agency_leader");
        await drawer.Page.Locator("[name='ky-hoursInPerson']").FillAsync("12");
        await drawer.Page.Locator("[name='ky-hoursInPerson']").BlurAsync();
        await drawer.Page.Locator(".os-problems").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await drawer.Page.Locator("#board-state:has-text('Đã lưu')").WaitForAsync();
        await drawer.Page.Locator("summary:has-text('Gửi soát')").ClickAsync();
        await drawer.Page.Locator("[name=Note]").FillAsync("Thêm thời gian ký");
        await drawer.Page.Locator("[name=Note]").BlurAsync();
        await Submit(drawer).ClickAsync();
        await drawer.Page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = Key }).Locator(":text('Chờ soát')").WaitForAsync();
        await drawer.GoLiveAsync(draft);
        await drawer.Page.Locator("main:has-text('người khác phải soát')").WaitForAsync();
        drawer.HasNoComplaint();

        await PublishAsync(draft);
    }

    private static ILocator Submit(Visitor drawer) => drawer.Page.Locator("button:has-text('Gửi người khác soát')");

    private static async Task<string> CopyAsync(Visitor drawer)
    {
        await drawer.GoLiveAsync("/quan-tri/quy-trinh");
        await drawer.LookForBarriersAsync();
        await drawer.PictureAsync("processes");
        await drawer.Page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = Key }).Locator("button:has-text('Soạn bản mới')").ClickAsync();
        await drawer.Page.WaitForURLAsync("**/quan-tri/quy-trinh/ban-thao/*");
        await drawer.Page.Locator(".os-board__canvas .djs-shape").First.WaitForAsync();
        return new Uri(drawer.Page.Url).AbsolutePath;
    }

    private static async Task ChooseAsync(Visitor drawer, string element)
    {
        await drawer.Page.Locator("[name=Element]").SelectOptionAsync(element);
        await drawer.Page.Locator($"[name='{element}-role']").WaitForAsync();
    }

    private async Task PublishAsync(string draft)
    {
        await using var reviewer = await product.VisitAsync("nghiepvu2.tp", width: 1440);
        await reviewer.GoLiveAsync(draft);
        await reviewer.Page.Locator(".os-board__canvas .djs-shape").First.WaitForAsync();
        Assert.Contains("Thêm thời gian ký", await reviewer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await reviewer.LookForBarriersAsync();
        await reviewer.Page.Locator("button:has-text('Ban hành')").ClickAsync();
        await reviewer.Page.WaitForURLAsync("**/quan-tri/quy-trinh");
        var row = reviewer.Page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = Key });
        await row.Locator("text=Phiên bản 2").First.WaitForAsync();
        reviewer.HasNoComplaint();
    }
}
