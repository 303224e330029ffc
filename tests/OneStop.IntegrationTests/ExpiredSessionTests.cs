using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OneStop.Kernel.Callers;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// A page posted after its session has ended is not lost: it waits, sealed, for the same browser to sign in.
public sealed class ExpiredSessionTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Typed = "Số 7 phố Châu Long, viết mười phút mới xong";

    [Fact]
    public async Task Post_WithoutASession_IsKeptAndStoredAfterSigningIn()
    {
        var (citizen, page, form) = await TypedAsync();

        using var answer = await PostAsync(page, form, ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("/dang-nhap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(page), answer.Headers.Location.OriginalString, StringComparison.OrdinalIgnoreCase);
        var cookie = CookieOf(answer);
        Assert.NotNull(cookie);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);

        using var client = host.ClientOf(citizen);
        using var back = new HttpRequestMessage(HttpMethod.Get, page);
        back.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var shown = await client.SendAsync(back);
        var html = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        Assert.Contains(Typed, html, StringComparison.Ordinal);
        Assert.Contains("đã được giữ lại", html, StringComparison.Ordinal);
        Assert.Contains(Typed, WebUtility.HtmlDecode(await client.GetStringAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutASession_IsNotGivenToSomebodyElse()
    {
        var (_, page, form) = await TypedAsync();
        using var answer = await PostAsync(page, form, ("Sec-Fetch-Site", "same-origin"));

        using var other = host.ClientOf(TestCallers.Citizen("Người khác"));
        using var back = new HttpRequestMessage(HttpMethod.Get, page);
        back.Headers.Add("Cookie", CookieOf(answer)!.Split(';')[0]);
        using var shown = await other.SendAsync(back);

        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.DoesNotContain(Typed, WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task Post_FromAnotherSite_IsNotKept(string header, string value)
    {
        var (_, page, form) = await TypedAsync();

        using var answer = await PostAsync(page, form, (header, value));

        Assert.Contains("/dang-nhap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null(CookieOf(answer));
    }

    [Fact]
    public async Task Autosave_WithoutASession_Is401ForTheScript()
    {
        var (_, page, form) = await TypedAsync();

        using var answer = await PostAsync(page.Replace("/soan/", "/luu/", StringComparison.Ordinal), form, ("X-Autosave", "true"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string? CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.FirstOrDefault(c => c.StartsWith("onestop-dang-do=", StringComparison.Ordinal)) : null;

    private async Task<HttpResponseMessage> PostAsync(string page, HttpContent form, params (string Name, string Value)[] headers)
    {
        using var browser = host.ClientOf(TestCallers.Anonymous);
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = form };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await browser.SendAsync(request);
    }

    private async Task<(Caller Citizen, string Page, HttpContent Form)> TypedAsync()
    {
        var citizen = TestCallers.Citizen();
        using var client = host.ClientOf(citizen);
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/api/v1/dossiers") { Content = JsonContent.Create(new { procedureCode = "1.001193", placeCode = "00004" }) };
        begin.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var begun = (await client.SendAsync(begin)).EnsureSuccessStatusCode();
        var id = JsonDocument.Parse(await begun.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
        var tasks = await client.GetStringAsync($"/ho-so/{id}/soan");
        var prefix = $"href=\"/ho-so/{id}/soan/";
        var page = $"/ho-so/{id}/soan/{tasks[(tasks.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..].Split('"')[0]}";
        return (citizen, page, await PageForm.FillAsync(client, page, "data-autosave", ("applicant_address", Typed)));
    }
}
