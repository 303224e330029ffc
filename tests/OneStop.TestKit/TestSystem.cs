using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Files;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Databases;
using OneStop.TestKit.Logs;
using OneStop.TestKit.Time;
using OneStop.Web;
using Xunit;

namespace OneStop.TestKit;

// The product without its web server: the real container and pipeline on a database of its own. One per test class, as IClassFixture<TestSystem>.
// Background workers do not run; tests say when events are delivered. Runs on SQLite, or on the provider named in ONESTOP_TEST_PROVIDER.
public class TestSystem : IAsyncLifetime
{
    public const string ProviderVariable = "ONESTOP_TEST_PROVIDER";
    internal static readonly string FieldKey = Convert.ToBase64String("thirty-two bytes only for tests!"u8);
    private WebApplication? application;
    private TestDatabase? database;
    private string? files;

    public FakeClock Clock { get; } = new();

    public TestCallerSource Callers { get; } = new();

    public TestLog Log { get; } = new();

    public IServiceProvider Services => application?.Services ?? throw new InvalidOperationException("Not started.");

    public string ConnectionString => database?.ConnectionString ?? throw new InvalidOperationException("Not started.");

    public string FilesFolder => files ?? throw new InvalidOperationException("Not started.");

    public virtual string Provider => Environment.GetEnvironmentVariable(ProviderVariable) is { Length: > 0 } named ? named : DatabaseOptions.Sqlite;

    protected virtual IReadOnlyList<IModule> Modules => ModuleList.All;

    protected virtual TestSeed Seed => TestSeed.Nothing;

    public async Task InitializeAsync()
    {
        files = TestFolders.New("files");
        database = await DatabaseTemplates.NewDatabaseAsync(TestServer.For(Provider), Modules, Seed, files, FillTemplateAsync);
        application = Build(database.ConnectionString, files, Clock);
        await StartedAsync();
    }

    public async Task DisposeAsync()
    {
        if (application is not null)
            await application.DisposeAsync();
        if (database is not null)
            await database.DropAsync();
        if (files is not null)
            Directory.Delete(files, recursive: true);
    }

    // Sends as the given person, through the whole pipeline.
    public Task<Result<T>> SendAs<T>(Caller caller, IRequest<T> request, CancellationToken cancellationToken = default) =>
        Services.GetRequiredService<ISystemDispatcher>().SendAs(caller, request, cancellationToken);

    // Sends and demands success: for the steps before the one under test.
    public async Task<T> DoAs<T>(Caller caller, IRequest<T> request, CancellationToken cancellationToken = default)
    {
        var result = await SendAs(caller, request, cancellationToken);
        return result.IsSuccess
            ? result.Value
            : throw new InvalidOperationException($"{request.GetType().Name}: {string.Join(", ", result.Errors.Select(e => e.Field is null ? e.Code : $"{e.Code} at {e.Field}"))}");
    }

    // Delivers events, and the events their handlers raise, until none is left. An event that a handler refused fails the test.
    public async Task<int> DeliverEventsAsync(CancellationToken cancellationToken = default)
    {
        var delivered = await EventDrain.RunAsync(Services, cancellationToken);
        var refused = await EventDrain.RefusedAsync(Services, cancellationToken);
        return refused.Count == 0 ? delivered : throw new InvalidOperationException($"Not delivered: {string.Join("; ", refused)}");
    }

    // One pass over what is due now, failures included: for tests of the failures themselves.
    public Task<int> DeliverOnceAsync(CancellationToken cancellationToken = default) =>
        Services.GetRequiredService<OutboxDelivery>().DeliverDueAsync(cancellationToken);

    // One round of the daily deletion of files that nothing refers to.
    public Task<int> SweepFilesAsync(CancellationToken cancellationToken = default) => Services.GetRequiredService<FileSweep>().RunAsync(cancellationToken);

    // Every event raised so far, delivered or not, oldest first.
    public async Task<IReadOnlyList<TEvent>> RaisedAsync<TEvent>(CancellationToken cancellationToken = default)
        where TEvent : IIntegrationEvent
    {
        await using var scope = Services.CreateAsyncScope();
        return await EventDrain.RaisedAsync<TEvent>(scope.ServiceProvider, cancellationToken);
    }

    // Runs inside a scope, for looking at rows with the module's own context or asking a contract.
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work, Caller? caller = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Caller = caller ?? Caller.System;
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work, Caller? caller = null) =>
        InScopeAsync(async services =>
        {
            await work(services);
            return true;
        }, caller);

    // Asks a contract, or looks into the module's context.
    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question, Caller? caller = null)
        where TService : notnull =>
        InScopeAsync(services => question(services.GetRequiredService<TService>()), caller);

    // For a class that needs a fake of an outside system, or of a module not under test: what is added here wins.
    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    protected virtual Task StartedAsync() => Task.CompletedTask;

    private async Task FillTemplateAsync(string connectionString, string folder)
    {
        await using var template = Build(connectionString, folder, Clock);
        await using (var scope = template.Services.CreateAsyncScope())
        {
            // A test that leaves modules out has a schema of its own; the product's is what the migrations say.
            if (Modules.Count == ModuleList.All.Count)
                await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
            else
                await scope.ServiceProvider.GetRequiredService<OneStopDbContext>().Database.EnsureCreatedAsync();
        }

        await SeedAsync(template.Services);
        if (Seed >= TestSeed.Past)
            await DemoPast.TellAsync(template.Services, new SeedOptions(), past => Build(connectionString, folder, past), new Silence(), CancellationToken.None);
    }

    // As the host does it: every part in a scope of its own, its events delivered before the next.
    private async Task SeedAsync(IServiceProvider services)
    {
        await using var ordering = services.CreateAsyncScope();
        foreach (var type in ordering.ServiceProvider.GetServices<IDemoSeed>().Where(s => s.Order <= (int)Seed).OrderBy(s => s.Order).Select(s => s.GetType()))
        {
            await using var scope = services.CreateAsyncScope();
            var part = scope.ServiceProvider.GetServices<IDemoSeed>().Single(s => s.GetType() == type);
            await part.SeedAsync(new SeedOptions(), new Silence(), CancellationToken.None);
            await EventDrain.RunAsync(services, CancellationToken.None);
        }
    }

    private WebApplication Build(string connectionString, string filesFolder, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "OneStop.Web", EnvironmentName = "Testing", ContentRootPath = RepositoryRoot.Path, WebRootPath = RepositoryRoot.File("wwwroot"),
        });
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = Provider,
            ["ConnectionStrings:OneStop"] = connectionString,
            ["Files:Root"] = filesFolder,
            ["Security:FieldKey"] = FieldKey,
        };
        Configure(settings);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Information);
        // The builder insists on a server; it is never started.
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting().AddDataProtection();
        builder.Services.AddHttpContextAccessor().AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddOneStop(builder.Configuration, Modules);
        builder.Services.AddSingleton(clock).AddSingleton<ICallerSource>(Callers);
        ConfigureServices(builder.Services);
        builder.Host.UseDefaultServiceProvider(o => o.ValidateScopes = true);
        return builder.Build();
    }

    private sealed class Silence : IProgress<(string What, double Share)>
    {
        public void Report((string What, double Share) value)
        {
        }
    }
}
