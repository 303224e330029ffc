using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OneStop.Kernel.Data;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// The whole host while another process holds the database: every deed answers 503 with advice, in the reader's language, and nothing typed is lost.
public sealed class LockedDatabaseTests(LockableHost host) : IClassFixture<LockableHost>
{
    private const string Typed = "Số 12 <ngõ> Châu Long & cầu thang B";

    [Theory]
    [InlineData(false, "Hệ thống đang bận")]
    [InlineData(true, "The system is busy")]
    public async Task EveryDeed_WhileTheDatabaseIsLocked_Answers503AndLosesNothing(bool english, string busy)
    {
        using var client = host.ClientOf(TestCallers.Citizen());
        if (english)
            client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");
        var draft = await StartAsync(client);
        var section = await FirstSectionAsync(client, draft);
        var page = $"/ho-so/{draft}/soan/{section}";
        var field = await TextFieldAsync(client, page);
        var token = await PageForm.TokenAsync(client, page);
        using var form = await PageForm.FillAsync(client, page, "data-autosave", (field, Typed));
        using var autosaved = await PageForm.FillAsync(client, page, "data-autosave", (field, Typed));
        using var again = await PageForm.FillAsync(client, page, "data-autosave", (field, Typed));
        using var signIn = await PageForm.FillAsync(host.ClientOf(TestCallers.Anonymous), "/dang-nhap", "Input.Password", ("Input.Name", "congdan@demo.example"), ("Input.Password", "OneStop#2026"));
        var paper = await FirstPaperAsync(client, draft);

        await using (await host.LockAsync())
        {
            var posted = client.PostAsync(page, form);
            var saved = SendAsync(client, HttpMethod.Post, $"/ho-so/{draft}/luu/{section}", autosaved, ("X-Autosave", "true"), ("X-CSRF-TOKEN", token));
            var uploaded = SendAsync(
                client, HttpMethod.Put, $"/ho-so/{draft}/giay-to/{paper}/tep", new ByteArrayContent([.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"u8]),
                ("X-CSRF-TOKEN", token), ("X-File-Name", "to-khai.pdf"), ("Accept", "application/json"));
            var begun = SendAsync(client, HttpMethod.Post, "/api/v1/dossiers", JsonContent.Create(new { procedureCode = "1.001193", placeCode = "00004" }), ("Idempotency-Key", Guid.NewGuid().ToString()));

            var shown = await ReadAsync(await posted, busy);
            Assert.Contains(Typed, WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
            Assert.DoesNotContain("<ngõ>", shown, StringComparison.Ordinal);
            Assert.Contains(busy, Detail(await ReadAsync(await saved, busy)), StringComparison.Ordinal);
            Assert.Contains(busy, Detail(await ReadAsync(await uploaded, busy)), StringComparison.Ordinal);
            Assert.Contains(busy, Detail(await ReadAsync(await begun, busy)), StringComparison.Ordinal);
            using var read = await client.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        using var after = await SendAsync(client, HttpMethod.Post, $"/ho-so/{draft}/luu/{section}", again, ("X-Autosave", "true"), ("X-CSRF-TOKEN", token));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains(Typed, WebUtility.HtmlDecode(await client.GetStringAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WhileTheDatabaseIsLocked_Answers503AndKeepsTheName()
    {
        using var client = host.ClientOf(TestCallers.Anonymous);
        using var form = await PageForm.FillAsync(client, "/dang-nhap", "Input.Password", ("Input.Name", "congdan@demo.example"), ("Input.Password", "OneStop#2026"));

        await using (await host.LockAsync())
        {
            var page = await ReadAsync(await client.PostAsync("/dang-nhap", form), "Hệ thống đang bận");
            Assert.Contains("value=\"congdan@demo.example\"", page, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, string busy)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
            Assert.NotNull(answer.Headers.RetryAfter?.Delta);
            Assert.Contains(busy, WebUtility.HtmlDecode(text.StartsWith('{') ? Detail(text) : text), StringComparison.Ordinal);
            Assert.DoesNotContain("   at OneStop", text, StringComparison.Ordinal);
            Assert.DoesNotContain("SqliteException", text, StringComparison.Ordinal);
            return text;
        }
    }

    private static string Detail(string problem) => JsonDocument.Parse(problem).RootElement.GetProperty("detail").GetString()!;

    private static async Task<Guid> StartAsync(HttpClient client)
    {
        using var answer = await SendAsync(client, HttpMethod.Post, "/api/v1/dossiers", JsonContent.Create(new { procedureCode = "1.001193", placeCode = "00004" }), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid();
    }

    private static async Task<string> FirstSectionAsync(HttpClient client, Guid draft)
    {
        var prefix = $"href=\"/ho-so/{draft}/soan/";
        var tasks = await client.GetStringAsync($"/ho-so/{draft}/soan");
        return tasks[(tasks.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..].Split('"')[0];
    }

    private static async Task<string> FirstPaperAsync(HttpClient client, Guid draft)
    {
        const string prefix = "id=\"giay-to-";
        var papers = await client.GetStringAsync($"/ho-so/{draft}/giay-to");
        return papers[(papers.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..].Split('"')[0];
    }

    private static async Task<string> TextFieldAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(page);
        var at = html.IndexOf("applicant_address", StringComparison.Ordinal);
        return at > 0 ? "applicant_address" : html.Split("name=\"").Skip(1).Select(p => p.Split('"')[0]).First(n => n.EndsWith("name", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }
}

public sealed class LockableHost : TestHost
{
    protected override string? Provider => DatabaseOptions.Sqlite;

    // So that a lock is given up soon; in the product a person waits a few seconds.
    protected override IReadOnlyDictionary<string, string> OwnSettings { get; } = new Dictionary<string, string> { ["Database:CommandTimeoutSeconds"] = "1" };

    // Holds the writer's lock as a backup or another program would, until disposed.
    public async Task<IAsyncDisposable> LockAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(Database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }
}
