using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Benchmarks.Reference;
using OneStop.Kernel.Data;
using OneStop.TestKit;
using OneStop.TestKit.Hosts;

namespace OneStop.Benchmarks.Product;

// The product on one database server: seeded, with the host in this process for setting up and listening to its SQL, and the published one to measure.
internal sealed class Bench : IAsyncDisposable
{
    private readonly TestHost host = new();

    public required string Provider { get; init; }

    public required BenchOptions Options { get; init; }

    public TestHost Host => host;

    public TestSystem Database => host.Database;

    public static async Task<Bench> StartAsync(string provider, BenchOptions options)
    {
        Environment.SetEnvironmentVariable(TestSystem.ProviderVariable, provider);
        var bench = new Bench { Provider = provider, Options = options };
        await bench.host.InitializeAsync();
        return bench;
    }

    public Task<ServerProcess> StartProductAsync(string? firstPage = "/health/live") =>
        ServerProcess.StartAsync(Path.Combine(Options.App, "OneStop.Web.dll"), [], ProductEnvironment(), firstPage);

    public async Task<ServerProcess> StartReferenceAsync(IReadOnlyList<ReferencePage> pages)
    {
        var plan = new ReferencePlan(Provider, ReferenceConnectionString, pages);
        var file = Path.Combine(Options.Work, $"plan-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, System.Text.Json.JsonSerializer.Serialize(plan));
        return await ServerProcess.StartAsync(
            typeof(Bench).Assembly.Location, [ReferenceHost.Verb, file], new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" }, null);
    }

    // As the product has it at work, so that both sides open the same pool on the same terms.
    public string ReferenceConnectionString => Database.ConnectionString;

    // The SQL of one answer of the product, and the answer itself. Asked before once, so that what is kept between requests is there.
    public async Task<ReferencePage> RecordAsync(string name, string path)
    {
        using var client = host.ClientOf(Kernel.Callers.Caller.Anonymous);
        await client.GetStringAsync(new Uri(path + Fresh(path, 1), UriKind.Relative));
        using var capture = new SqlCapture();
        var html = await client.GetStringAsync(new Uri(path + Fresh(path, 2), UriKind.Relative));
        return new ReferencePage(name, capture.Commands, html);
    }

    public static string Fresh(string path, long number) => $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}n={number}";

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private Dictionary<string, string> ProductEnvironment() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Database__Provider"] = Provider,
        ["ConnectionStrings__OneStop"] = Database.ConnectionString,
        ["Files__Root"] = Database.FilesFolder,
        ["Security__FieldKey"] = host.Services.GetRequiredService<IConfiguration>()["Security:FieldKey"]!,
    };

    public static IReadOnlyList<string> Providers => [DatabaseOptions.PostgreSql, DatabaseOptions.Sqlite];
}

internal sealed record BenchOptions(string Work, string App, bool Quick);
