using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using OneStop.Kernel.Callers;
using OneStop.TestKit;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// The pages that are kept for visitors, through the whole pipeline with its compression.
public sealed partial class KeptPagesTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Page = "/thu-tuc/1.001193";

    [Fact]
    public async Task Procedure_AskedAgain_IsServedFromWhatWasKept()
    {
        await ReadAsync(Caller.Anonymous, Page);

        var (again, kept) = await ReadAsync(Caller.Anonymous, Page);

        Assert.True(kept);
        Assert.Contains("1.001193", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedure_InAnotherLanguageThemeOrEncoding_IsAnotherCopy()
    {
        var (vietnamese, _) = await ReadAsync(Caller.Anonymous, Page);
        var (english, _) = await ReadAsync(Caller.Anonymous, Page, cookie: ".AspNetCore.Culture=c%3Den-GB%7Cuic%3Den-GB");
        var (dark, _) = await ReadAsync(Caller.Anonymous, Page, cookie: "giao-dien=dark");
        var (packed, _) = await ReadAsync(Caller.Anonymous, Page, encoding: "br");
        var (packedAgain, kept) = await ReadAsync(Caller.Anonymous, Page, encoding: "br");

        Assert.Contains("lang=\"vi\"", vietnamese, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", dark, StringComparison.Ordinal);
        Assert.Equal(vietnamese, packed);
        Assert.Equal(packed, packedAgain);
        Assert.True(kept);
    }

    [Fact]
    public async Task Procedure_ForSomebodySignedIn_IsNeitherKeptNorServedToOthers()
    {
        var citizen = TestCallers.Citizen("Nguyễn Thị Kín");

        var (own, first) = await ReadAsync(citizen, Page);
        var (_, second) = await ReadAsync(citizen, Page);
        var (others, _) = await ReadAsync(Caller.Anonymous, Page);

        Assert.Contains("Nguyễn Thị Kín", own, StringComparison.Ordinal);
        Assert.False(first || second);
        Assert.DoesNotContain("Nguyễn Thị Kín", others, StringComparison.Ordinal);
    }

    private async Task<(string Html, bool Kept)> ReadAsync(Caller caller, string path, string? cookie = null, string? encoding = null)
    {
        using var client = host.ClientOf(caller);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (encoding is not null)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        Assert.Equal(encoding is null ? [] : [encoding], response.Content.Headers.ContentEncoding);
        using var reader = new StreamReader(encoding is null ? body : new BrotliStream(body, CompressionMode.Decompress), Encoding.UTF8);
        // Blazor ends each page it draws with sealed state, different every time.
        return (SealedState().Replace(await reader.ReadToEndAsync(), ""), response.Headers.Age is not null);
    }

    [GeneratedRegex("<!--Blazor-[^>]*-->")]
    private static partial Regex SealedState();
}

public sealed class CatalogueHost : TestHost
{
    protected override TestSeed Seed => TestSeed.Catalogue;
}
