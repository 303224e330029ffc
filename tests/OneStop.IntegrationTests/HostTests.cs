using System.Net;
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
}

public sealed class EmptyHost : TestHost
{
    protected override TestSeed Seed => TestSeed.Nothing;
}
