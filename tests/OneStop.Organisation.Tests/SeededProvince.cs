using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Modules;
using OneStop.Organisation.Data;
using OneStop.TestKit;

namespace OneStop.Organisation.Tests;

// A database with Hà Nội in it; shared by the tests that only read.
public class SeededProvince : TestSystem
{
    protected override TestSeed Seed => TestSeed.Organisation;

    internal Task SeedAsync(string province = "01") => InScopeAsync(services =>
        services.GetServices<IDemoSeed>().Single(s => s.Order == (int)TestSeed.Organisation).SeedAsync(new SeedOptions(province), new Progress<(string, double)>(), default));

    internal Task<T> ReadAsync<T>(Func<OrganisationDbContext, Task<T>> read) => AskAsync<OrganisationDbContext, T>(read);

    internal Task AskAsync<TService>(Func<TService, Task> act)
        where TService : notnull =>
        InScopeAsync(services => act(services.GetRequiredService<TService>()));
}

// Another province, in a database of its own.
public sealed class SeededHaiPhong : SeededProvince
{
    protected override TestSeed Seed => TestSeed.Nothing;

    protected override Task StartedAsync() => SeedAsync("31");
}

// Hà Nội with its demonstration accounts in their posts.
public sealed class StaffedProvince : SeededProvince
{
    protected override TestSeed Seed => TestSeed.Accounts;
}
