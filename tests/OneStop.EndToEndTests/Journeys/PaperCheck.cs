using Microsoft.Playwright;
using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

// Somebody is shown a paper and wants to know whether it is right: with nothing but a browser, and without its script.
internal static class PaperCheck
{
    public static async Task OfIssuedResultAsync(Product product, byte[] result)
    {
        await using var anyone = await product.VisitAsync(script: false);
        var told = await AskUntilAsync(anyone, result, "Giấy tờ này còn hiệu lực");
        Assert.Contains("Tệp đúng là giấy tờ đã được cấp", told, StringComparison.Ordinal);
        Assert.Contains("Chữ ký số hợp lệ", told, StringComparison.Ordinal);

        await using var reader = await product.VisitAsync();
        foreach (var width in new[] { 320, 768, 1440 })
        {
            await reader.Page.SetViewportSizeAsync(width, 900);
            await reader.GoAsync(new Uri(anyone.Page.Url).PathAndQuery);
            await reader.LookForBarriersAsync();
        }

        await reader.PictureAsync("paper");
        reader.HasNoComplaint();

        var changed = (byte[])result.Clone();
        changed[changed.Length / 3] ^= 1;
        await SendAsync(anyone, "ket-qua.pdf", changed);
        told = await anyone.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Tệp không có trong sổ giấy tờ đã cấp", told, StringComparison.Ordinal);
        Assert.Contains("Chữ ký số không hợp lệ", told, StringComparison.Ordinal);
    }

    public static async Task SendAsync(Visitor visitor, string name, byte[] content)
    {
        await visitor.GoAsync("/xac-thuc");
        await visitor.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });
        await visitor.PressAsync("main form[enctype] button");
    }

    // The register hears of papers and of their revocation from the outbox, a moment after the deed.
    public static async Task<string> AskUntilAsync(Visitor visitor, byte[] content, string expected)
    {
        var told = "";
        for (var attempt = 0; attempt < 30 && !told.Contains(expected, StringComparison.Ordinal); attempt++)
        {
            await SendAsync(visitor, "ket-qua.pdf", content);
            told = await visitor.Page.Locator("main").InnerTextAsync();
        }

        Assert.Contains(expected, told, StringComparison.Ordinal);
        return told;
    }
}
