using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.TestKit;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

public sealed class HostTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    public async Task Get_OfAPublicAddress_IsAnswered(string address)
    {
        using var client = host.ClientOf(TestCallers.Anonymous);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Get_OfAnUnknownAddress_Is404ForEveryone()
    {
        foreach (var (_, caller) in TestCallers.OneOfEach())
        {
            using var client = host.ClientOf(caller);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/khong-co-trang-nay")).StatusCode);
        }
    }

    [Fact]
    public async Task Get_OfAPage_CarriesTheSecurityHeaders()
    {
        using var client = host.ClientOf(TestCallers.Anonymous);

        var headers = (await client.GetAsync("/")).Headers;

        Assert.Equal("nosniff", string.Join(",", headers.GetValues("X-Content-Type-Options")));
        var policy = string.Join(",", headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
    }

    // A live page is drawn anew by its connection, which has no address with a language in it.
    [Theory]
    [InlineData("/tra-cuu?lang=en", "", "en")]
    [InlineData("/tra-cuu?lang=en", ".AspNetCore.Culture=c%3Dvi%7Cuic%3Dvi", "en")]
    [InlineData("/tra-cuu?lang=xx", "", null)]
    [InlineData("/tra-cuu", "", null)]
    [InlineData("/api/v1/procedures?lang=en", "", null)]
    public async Task Get_OfAnAddressThatNamesALanguage_KeepsToItAfterwards(string address, string cookie, string? language)
    {
        using var client = host.ClientOf(TestCallers.Anonymous);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);

        using var answer = await client.SendAsync(request);

        var set = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.SingleOrDefault(c => c.StartsWith(".AspNetCore.Culture=", StringComparison.Ordinal)) : null;
        Assert.Equal(language is not null, set is not null);
        if (language is not null)
            Assert.Contains($"uic%3D{language}", set, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tra-cuu?lang=en", "/tra-cuu")]
    [InlineData("/tra-cuu?a=1&Lang=en&b=x%20y", "/tra-cuu?a=1&b=x%20y")]
    [InlineData("/tra-cuu?language=en", "/tra-cuu?language=en")]
    [InlineData("//evil.example?lang=en", "/")]
    public async Task Switch_OfTheLanguage_LeadsBackToAnAddressThatNamesNoOther(string back, string expected)
    {
        using var client = host.ClientOf(TestCallers.Anonymous);

        using var answer = await client.GetAsync($"/hien-thi/ngon-ngu/vi?ve={Uri.EscapeDataString(back)}");

        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/tra-cuu", false)]
    [InlineData("/viec", true)]
    public async Task Get_OfAPage_CarriesTheStateOfACircuitOnlyWhereOneWillBe(string address, bool live)
    {
        using var client = host.ClientOf(live ? TestCallers.Officer() : TestCallers.Anonymous);

        var page = await client.GetStringAsync(address);

        Assert.Equal(live, page.Contains("<!--Blazor-Server-Component-State:", StringComparison.Ordinal));
    }
}

// A bug in the middle of a deed: the visitor reads a page about it, whatever was being sent, and nothing of the inside.
public sealed class BrokenHostTests(BrokenHost host) : IClassFixture<BrokenHost>
{
    [Fact]
    public async Task Post_ThatMeetsABug_IsAnsweredByThePageOf500()
    {
        using var client = host.ClientOf(TestCallers.Anonymous);
        using var form = await PageForm.FillAsync(client, "/dang-nhap", "Input.Password", ("Input.Name", "an@example.vn"), ("Input.Password", "x"));

        using var answer = await client.PostAsync("/dang-nhap", form);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Contains("Hệ thống gặp lỗi", page, StringComparison.Ordinal);
        Assert.DoesNotContain(BrokenHost.Inside, page, StringComparison.Ordinal);
    }
}

public sealed class BrokenHost : TestHost
{
    public const string Inside = "what only developers may read";

    protected override TestSeed Seed => TestSeed.Nothing;

    protected override void ConfigureServices(IServiceCollection services) => services.AddScoped<IDispatcher, BrokenDispatcher>();

    private sealed class BrokenDispatcher : IDispatcher
    {
        public Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default) => throw new InvalidOperationException(Inside);
    }
}

public sealed class EmptyHost : TestHost
{
    protected override TestSeed Seed => TestSeed.Nothing;
}
