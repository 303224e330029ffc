using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OneStop.TestKit;

namespace OneStop.Identity.Tests;

// The host loads its keys before it serves; here nobody does, and a key cannot be stored while a deed holds SQLite's one write lock.
public class IdentitySystem : TestSystem
{
    protected override Task StartedAsync()
    {
        Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first").Protect("key");
        return Task.CompletedTask;
    }
}

// With the officials of Hà Nội in their posts, and administrators who need no second factor to be tried.
public sealed class StaffedSystem : IdentitySystem
{
    protected override TestSeed Seed => TestSeed.Accounts;

    protected override void Configure(IDictionary<string, string?> settings) => settings["Identity:TwoFactorForAdministrators"] = "false";
}

// As in production: administrators without a second factor are nobody special.
public sealed class GuardedSystem : IdentitySystem
{
    protected override TestSeed Seed => TestSeed.Accounts;
}
