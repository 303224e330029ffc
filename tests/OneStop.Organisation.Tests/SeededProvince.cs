using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Data;
using OneStop.Kernel.Modules;
using OneStop.Organisation.Data;
using OneStop.Organisation.Data.Seeding;

namespace OneStop.Organisation.Tests;

// A database of its own with one seeded province; shared by the tests that only read.
public class SeededProvince : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-org-").FullName;
    private ServiceProvider? services;

    protected virtual string Province => "01";

    internal IServiceProvider Services => services!;

    public async Task InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:OneStop"] = $"Data Source={Path.Combine(folder, "test.db")};Pooling=False",
        }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddOneStop(configuration, [new OrganisationModule()]);
        services = collection.BuildServiceProvider();
        await InScopeAsync<OneStopDbContext>(c => c.Database.EnsureCreatedAsync());
        await SeedAsync();
    }

    internal Task SeedAsync() => InScopeAsync<IEnumerable<IDemoSeed>>(seeds =>
        seeds.OfType<OrganisationSeed>().Single().SeedAsync(new SeedOptions(Province), new Progress<(string, double)>(), CancellationToken.None));

    internal async Task<T> ReadAsync<T>(Func<OrganisationDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OrganisationDbContext>());
    }

    internal async Task InScopeAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task DisposeAsync()
    {
        await services!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

public sealed class SeededHaiPhong : SeededProvince
{
    protected override string Province => "31";
}
