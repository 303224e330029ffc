using System.Net;
using System.Text.Json;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using OneStop.Kernel.Data;
using OneStop.TestKit;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// The built host in a process whose files may not grow past a size: a write of the file store is refused by the operating system itself.
public sealed class FullDiskTests(HostWithALimitedDisk host) : IClassFixture<HostWithALimitedDisk>
{
    [Fact]
    public async Task Upload_ThatTheDiskDoesNotTake_Answers503LeavesNothingBehindAndTheNextOnePasses()
    {
        using var browser = new HttpClient(new HttpClientHandler { UseProxy = false }) { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(5) };
        using var signIn = await PageForm.FillAsync(browser, "/dang-nhap", "Input.Password", ("Input.Name", "congdan@demo.example"), ("Input.Password", "OneStop#2026"));
        using var welcome = await browser.PostAsync("/dang-nhap", signIn);
        var id = await StartAsync(browser);
        var papers = $"/ho-so/{id}/giay-to";
        var page = await browser.GetStringAsync(papers);
        var paper = page[(page.IndexOf("id=\"giay-to-", StringComparison.Ordinal) + 12)..].Split('"')[0];
        var token = await PageForm.TokenAsync(browser, papers);

        using var refused = await PutAsync(browser, $"{papers}/{paper}/tep", token, new PdfOf(HostWithALimitedDisk.MoreThanFits(host.Database)));

        var text = await refused.Content.ReadAsStringAsync();
        Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, $"{(int)refused.StatusCode} {text}\n{host.Output}");
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Contains("thử lại", JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Database.FilesFolder, "incoming")));
        using var small = await PutAsync(browser, $"{papers}/{paper}/tep", token, new PdfOf(1000));
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
    }

    private static async Task<Guid> StartAsync(HttpClient browser)
    {
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/api/v1/dossiers") { Content = JsonContent.Create(new { procedureCode = "1.001193", placeCode = "00004" }) };
        begin.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var begun = (await browser.SendAsync(begin)).EnsureSuccessStatusCode();
        return JsonDocument.Parse(await begun.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient browser, string address, string token, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
        request.Headers.Add("X-CSRF-TOKEN", token);
        request.Headers.Add("X-File-Name", "to-khai.pdf");
        request.Headers.Add("Accept", "application/json");
        return await browser.SendAsync(request);
    }

    // So many bytes that begin like a PDF, made while they are sent.
    private sealed class PdfOf(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            "%PDF-1.7\n"u8.CopyTo(block);
            for (var left = length; left > 0; left -= block.Length)
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}

public sealed class HostWithALimitedDisk : HostProcess
{
    private const long Room = 32L * 1024 * 1024;

    public static long MoreThanFits(TestSystem on) => Limit(on) + (4L * 1024 * 1024);

    // The database must still grow a little.
    protected override long? LargestFile(TestSystem on) => Limit(on);

    private static long Limit(TestSystem on) => on.Provider == DatabaseOptions.Sqlite
        ? new FileInfo(new SqliteConnectionStringBuilder(on.ConnectionString).DataSource).Length + Room
        : Room;
}
