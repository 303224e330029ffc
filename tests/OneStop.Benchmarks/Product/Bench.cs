using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Benchmarks.Reference;
using OneStop.Kernel.Data;
using OneStop.Kernel.Time;
using OneStop.TestKit;
using OneStop.TestKit.Hosts;

namespace OneStop.Benchmarks.Product;

// The product on one database server: seeded, with the host in this process for setting up and listening to its SQL, and the published one to measure.
internal sealed class Bench : IAsyncDisposable
{
    public const string QuietVariable = "Logging__Console__LogLevel__Default";
    private readonly QuietHost host = new();

    public required string Provider { get; init; }

    public required BenchOptions Options { get; init; }

    public TestHost Host => host;

    public TestSystem Database => host.Database;

    public DateOnly Today => host.Services.GetRequiredService<TimeProvider>().GetUtcNow().VietnamDate();

    public static async Task<Bench> StartAsync(string provider, BenchOptions options)
    {
        Environment.SetEnvironmentVariable(TestSystem.ProviderVariable, provider);
        Environment.SetEnvironmentVariable(QuietVariable, "None");
        var bench = new Bench { Provider = provider, Options = options };
        await bench.host.InitializeAsync();
        return bench;
    }

    public Task<ServerProcess> StartProductAsync(string? firstPage = "/health/live") =>
        ServerProcess.StartAsync(Path.Combine(Options.App, "OneStop.Web.dll"), [], ProductEnvironment(), firstPage);

    public async Task<ServerProcess> StartReferenceAsync(IReadOnlyList<ReferencePage> pages)
    {
        var plan = new ReferencePlan(Provider, Database.ConnectionString, pages);
        var file = Path.Combine(Options.Work, $"plan-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, System.Text.Json.JsonSerializer.Serialize(plan));
        return await ServerProcess.StartAsync(
            typeof(Bench).Assembly.Location, [ReferenceHost.Verb, file], new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" }, null);
    }

    // On the terms of the product: SQLite waits for the disk at checkpoints, not at every commit.
    public async Task<DbConnection> OpenConnectionAsync()
    {
        var connection = new ReferencePlan(Provider, Database.ConnectionString, []).NewConnection();
        await connection.OpenAsync();
        if (Provider == DatabaseOptions.Sqlite)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 15000;";
            await command.ExecuteNonQueryAsync();
        }

        return connection;
    }

    // The SQL of one answer of the product, and the answer itself. Asked before once, so that what is kept between requests is there.
    public async Task<ReferencePage> RecordAsync(string name, string path)
    {
        using var client = host.ClientOf(Kernel.Callers.Caller.Anonymous);
        await client.GetStringAsync(new Uri(path + Fresh(path, 1), UriKind.Relative));
        using var capture = await SqlCapture.StartAsync();
        var html = await client.GetStringAsync(new Uri(path + Fresh(path, 2), UriKind.Relative));
        return new ReferencePage(name, capture.Commands, html);
    }

    public static string Fresh(string path, long number) => $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}n={number}";

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    // What a host outside Development asks for before it starts; nothing measured here signs or sends mail.
    private Dictionary<string, string> ProductEnvironment() => new()
    {
        ["Documents__Signing__CertificatePath"] = typeof(Bench).Assembly.Location,
        ["Public__Address"] = "https://dichvucong.example.vn",
        ["Notifications__Smtp__Host"] = "127.0.0.1",
        ["Notifications__Smtp__From"] = "bench@example.vn",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Database__Provider"] = Provider,
        ["ConnectionStrings__OneStop"] = Database.ConnectionString,
        ["Files__Root"] = Database.FilesFolder,
        ["Security__FieldKey"] = host.Services.GetRequiredService<IConfiguration>()["Security:FieldKey"]!,
    };

    // Without workers: what they do would take part in what is measured, and in what is recorded.
    private sealed class QuietHost : TestHost
    {
        protected override void ConfigureServices(IServiceCollection services)
        {
            foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && IsWorker(s.ImplementationType ?? s.ImplementationFactory?.Method.ReturnType)).ToArray())
                services.Remove(worker);
        }

        private static bool IsWorker(Type? type) => type is not null && type.IsAssignableTo(typeof(BackgroundService));
    }

    public static IReadOnlyList<string> Providers => [DatabaseOptions.PostgreSql, DatabaseOptions.Sqlite];
}

internal sealed record BenchOptions(string Work, string App, bool Quick);
