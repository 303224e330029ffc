using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Jobs;
using Xunit;

namespace OneStop.TestKit.Hosts;

// The whole host in this process, on a seeded database of its own, for tests of endpoints and pages over HTTP. Background workers run.
public class TestHost : IAsyncLifetime
{
    private readonly TestSystem database;
    private WebApplicationFactory<Program>? factory;

    public TestHost() => database = new SeededDatabase(Seed, Provider);

    public IServiceProvider Services => Factory.Services;

    public TestSystem Database => database;

    protected virtual TestSeed Seed => TestSeed.Past;

    // For a class about one server; otherwise the one the run is for.
    protected virtual string? Provider => null;

    protected virtual IReadOnlyDictionary<string, string> OwnSettings { get; } = new Dictionary<string, string>();

    private WebApplicationFactory<Program> Factory => factory ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        factory = NewNode();
    }

    // One more host over the same database.
    public WebApplicationFactory<Program> NewNode()
    {
        var node = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment(Environments.Development).UseContentRoot(RepositoryRoot.Path);
            web.UseSetting("Development:Prepare", "false");
            foreach (var (key, value) in Settings())
                web.UseSetting(key, value);
            web.ConfigureTestServices(services =>
            {
                services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, CallerHeaderHandler>(CallerHeaderHandler.Scheme, null);
                services.PostConfigure<AuthenticationOptions>(o => o.DefaultAuthenticateScheme = CallerHeaderHandler.Scheme);
                ConfigureServices(services);
            });
        });
        _ = node.Server;
        // Tests wait for what workers do, perhaps without asking for a page.
        node.Services.GetRequiredService<FirstAnswer>().GiveAsync();
        return node;
    }

    public async Task DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        await database.DisposeAsync();
    }

    // A client that acts as the caller in every request; it follows no redirect, so that a test sees each answer.
    public HttpClient ClientOf(Caller caller)
    {
        var client = Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (caller.IsSignedIn)
            client.DefaultRequestHeaders.Add(CallerHeaderHandler.Header, CallerHeaderHandler.Encode(caller));
        return client;
    }

    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings() =>
    [
        new("Database:Provider", database.Provider), new("ConnectionStrings:OneStop", database.ConnectionString), new("Files:Root", database.FilesFolder),
        new("Security:FieldKey", TestSystem.FieldKey), .. OwnSettings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)),
    ];

    private sealed class SeededDatabase(TestSeed seed, string? provider) : TestSystem
    {
        public override string Provider => provider ?? base.Provider;

        protected override TestSeed Seed => seed;
    }
}
