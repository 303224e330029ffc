using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Features.CloseProcedure;
using OneStop.Catalogue.Features.ImportProcedures;
using OneStop.Catalogue.Import;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.TestKit;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;

namespace OneStop.Catalogue.Tests.Features;

// The host with the procedures of a few everyday matters.
public sealed class CatalogueHost : TestHost, IAsyncLifetime
{
    private static readonly HashSet<string> Wanted = ["1.001193", "1.000656", "1.000894", "1.001612", "1.013978", "1.012884", "1.013225", "1.003361"];

    protected override TestSeed Seed => TestSeed.Nothing;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var local = LocalPublications.Load();
        var contents = new List<ProcedureContent>(local.OwnProcedures);
        await using var stream = SeedFiles.Procedures();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            if (Wanted.Contains(line.Content!.Code))
                contents.Add(local.Apply(line.Content));
        await DoAsync(new ImportProcedures(contents));
    }

    internal async Task DoAsync<T>(IRequest<T> request)
    {
        var result = await Services.GetRequiredService<ISystemDispatcher>().Send(request);
        Assert.True(result.IsSuccess);
    }
}

public sealed class CataloguePagesTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    [Fact]
    public async Task Procedure_ForAVisitor_SaysInPlainWordsWhatIsNeeded()
    {
        var page = await GetAsync("/thu-tuc/1.001776");

        Assert.Contains("<h1>Trợ cấp xã hội hàng tháng</h1>", page, StringComparison.Ordinal);
        Assert.Contains("22 ngày làm việc", page, StringComparison.Ordinal);
        Assert.Contains("Miễn phí", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/nop-ho-so/1.001776\"", page, StringComparison.Ordinal);
        Assert.Contains("20/2021/NĐ-CP", page, StringComparison.Ordinal);
        Assert.Contains("Tờ khai đề nghị trợ giúp xã hội", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedure_WithAnotherTimeForEachCase_PromisesTheLongestAndShowsTheTextBesideIt()
    {
        var page = await GetAsync("/thu-tuc/1.003361");

        Assert.Contains("<strong>Tối đa 28 ngày làm việc, tùy trường hợp</strong>", page, StringComparison.Ordinal);
        Assert.Matches("<summary>Thời hạn của từng trường hợp</summary><p class=\"cat-keep\">28 ngày làm việc \\(đối với trường hợp cấp mới\\), 02 ngày làm việc \\(đối với trường hợp cấp lại\\)", page);
    }

    [Theory]
    [InlineData("/thu-tuc/0.000000")]
    [InlineData("/thu-tuc/%F0%9F%91%B6")]
    [InlineData("/su-kien/khong-co")]
    public async Task Page_OfAnUnknownThing_Is404(string address)
    {
        using var client = host.ClientOf(TestCallers.Anonymous);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Search_WithoutDiacritics_FindsAndKeepsTheWords()
    {
        var page = await GetAsync("/thu-tuc?q=mo+quan+pho");

        Assert.Contains("href=\"/thu-tuc/1.001612\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"mo quan pho\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WithAFilter_ShowsItAsARemovableChip()
    {
        var page = await GetAsync("/thu-tuc?q=khai&cap=xa");

        Assert.Contains("class=\"os-chip\" href=\"/thu-tuc?q=khai\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Nothing_SaysWhatToDo()
    {
        var page = await GetAsync("/thu-tuc?q=zzzz");

        Assert.Contains("Chưa tìm thấy thủ tục phù hợp", page, StringComparison.Ordinal);
        Assert.Contains("/su-kien/sinh-con", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_TypedMarkup_IsShownAsText()
    {
        var page = await GetAsync("/thu-tuc?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LifeEvent_ListsItsProcedures() =>
        Assert.Contains("href=\"/thu-tuc/1.001193\"", await GetAsync("/su-kien/sinh-con"), StringComparison.Ordinal);

    [Fact]
    public async Task Procedure_AskedAgain_ComesFromTheCacheWithoutCookies()
    {
        using var client = host.ClientOf(TestCallers.Anonymous);
        using var first = await client.GetAsync("/thu-tuc/1.000894");

        using var second = await client.GetAsync("/thu-tuc/1.000894");

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Procedure_ForASignedInReader_IsNeitherCachedNorServedFromTheCache()
    {
        await GetAsync("/thu-tuc/1.013978");
        using var client = host.ClientOf(TestCallers.Citizen("Nguyễn Thị An"));

        using var own = await client.GetAsync("/thu-tuc/1.013978");

        Assert.False(own.Headers.Contains("Age"));
        Assert.Contains("Nguyễn Thị An", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị An", await GetAsync("/thu-tuc/1.013978"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedure_InEnglish_IsCachedApart()
    {
        Assert.Contains("Ai được làm", await GetAsync("/thu-tuc/1.013225"), StringComparison.Ordinal);
        using var client = host.ClientOf(TestCallers.Anonymous);
        client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den-GB%7Cuic%3Den-GB");

        Assert.Contains("Who may apply", await client.GetStringAsync("/thu-tuc/1.013225"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedure_Closed_SaysSoAtOnceAndOffersNoFiling()
    {
        await GetAsync("/thu-tuc/1.012884");

        await host.DoAsync(new CloseProcedure("1.012884", new LocalizedText("Chờ quy định mới.", "Waiting for a new rule.")));

        var page = await GetAsync("/thu-tuc/1.012884");
        Assert.Contains("Chờ quy định mới.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/nop-ho-so/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedure_ChangedClosedAndOpenedAgain_IsNewAtOnceInEachLanguage()
    {
        const string address = "/thu-tuc/1.000656";
        foreach (var english in new[] { false, true })
        {
            await GetAsync(address, english);
            Assert.True((await ReadAsync(address, english)).Kept);
        }

        await host.DoAsync(new ImportProcedures([(await PublishedAsync("1.000656")) with { Conditions = "Điều kiện vừa được sửa." }]));
        foreach (var english in new[] { false, true })
            Assert.Contains("Điều kiện vừa được sửa.", await GetAsync(address, english), StringComparison.Ordinal);

        await host.DoAsync(new CloseProcedure("1.000656", new LocalizedText("Tạm ngừng để sửa.", "Closed for mending.")));
        Assert.Contains("Tạm ngừng để sửa.", await GetAsync(address), StringComparison.Ordinal);
        Assert.Contains("Closed for mending.", await GetAsync(address, english: true), StringComparison.Ordinal);

        await host.DoAsync(new CloseProcedure("1.000656", null));
        foreach (var english in new[] { false, true })
            Assert.Contains("/nop-ho-so/1.000656", await GetAsync(address, english), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_Search_AnswersItems()
    {
        using var client = host.ClientOf(TestCallers.Anonymous);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/procedures?q=lam%20giay%20khai%20sinh%20cho%20con");

        var first = answer.GetProperty("items")[0];
        Assert.Equal("1.001193", first.GetProperty("code").GetString());
        Assert.Equal("Thủ tục đăng ký khai sinh", first.GetProperty("name").GetString());
        Assert.Equal("xa", first.GetProperty("level").GetString());
        Assert.Equal("Hộ tịch", first.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Api_Read_AnswersThePartsOrAProblem()
    {
        using var client = host.ClientOf(TestCallers.Anonymous);

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/procedures/1.001776");
        using var missing = await client.GetAsync("/api/v1/procedures/0.000000");

        Assert.Equal(22, answer.GetProperty("channels")[0].GetProperty("termAmount").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType?.MediaType);
    }

    private async Task<string> GetAsync(string address, bool english = false) => (await ReadAsync(address, english)).Page;

    private async Task<(string Page, bool Kept)> ReadAsync(string address, bool english = false)
    {
        using var client = host.ClientOf(TestCallers.Anonymous);
        if (english)
            client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");
        using var answer = (await client.GetAsync(address)).EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Age is not null);
    }

    private static async Task<ProcedureContent> PublishedAsync(string code)
    {
        await using var stream = SeedFiles.Procedures();
        await foreach (var line in CatalogueReader.ReadAsync(stream))
            if (line.Content!.Code == code)
                return LocalPublications.Load().Apply(line.Content);
        throw new InvalidOperationException($"No {code} in the catalogue.");
    }
}
