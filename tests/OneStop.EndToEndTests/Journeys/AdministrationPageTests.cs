using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// The pages of those who look after posts, accounts, deliveries and processes, at every width, in both languages, light and dark.
[Collection(ProductCollection.Name)]
public sealed class AdministrationPageTests(Product product)
{
    public static TheoryData<string, string, string?> Pages => new()
    {
        { "quantri.trucbach", "/quan-tri/to-chuc", null },
        { "quantri.trucbach", "/quan-tri/to-chuc", "main a[href*='/vi-tri/']" },
        { "quantri.trucbach", "/quan-tri/tai-khoan", null },
        { "quantri.trucbach", "/quan-tri/tai-khoan", "main a[href*='/quan-tri/tai-khoan/']" },
        { "quantri.trucbach", "/viec-don-vi", null },
        { "quantri.trucbach", "/tai-khoan", null },
        { "quantri.trucbach", "/tai-khoan/hai-lop", null },
        { "quantri.trucbach", "/tai-khoan/mat-khau", null },
        { "hethong.tp", "/he-thong/gui-tin", null },
        { "hethong.tp", "/he-thong/gui-tin?trang-thai=Sent", null },
        { "hethong.tp", "/he-thong/su-kien", null },
        { "hethong.tp", "/thong-bao", null },
        { "nghiepvu.tp", "/quan-tri/lich-lam-viec", null },
        { "nghiepvu.tp", "/quan-tri/su-co-quy-trinh", null },
        { "nghiepvu.tp", "/quan-tri/quy-trinh", "main a[href$='/mo-phong']" },
        { "nghiepvu.tp", "/quan-tri/quy-trinh/luu-giu", null },
        { "nghiepvu.tp", "/quan-tri/quy-trinh/chuyen-phien-ban", null },
        { "nghiepvu.tp", "/quan-tri/quy-trinh/so-lieu", null },
        { "motcua.trucbach", "/tiep-nhan", null },
        { "chutich.trucbach", "/viec", null },
        { "chutich.trucbach", "/nguoi-thay", null },
        { "chutich.trucbach", "/can-bo/ho-so", "main :is(tr, article, li):has-text('Đang xử lý') a[href^='/can-bo/ho-so/'] >> main a[href$='/thoi-gian-khong-tinh']" },
        { "congdan@demo.example", "/thong-bao", null },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnEveryWidthInBothLanguagesAndTheDark_HasNoBarrier(string account, string address, string? then)
    {
        await using var visitor = await product.VisitAsync(account);
        await visitor.GoAsync(address);
        foreach (var link in then?.Split(" >> ") ?? [])
        {
            address = await visitor.Page.Locator(link).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{address} leads nowhere.");
            await visitor.GoAsync(address);
        }

        foreach (var (language, scheme) in new[] { ("vi", ColorScheme.Light), ("en", ColorScheme.Dark) })
        {
            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (var width in new[] { 360, 768, 1440 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);
                await visitor.GoAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
                await visitor.LookForBarriersAsync();
            }
        }

        visitor.HasNoComplaint();
    }
}
