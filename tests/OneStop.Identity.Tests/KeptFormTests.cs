using OneStop.Identity.Features.KeepForm;
using OneStop.Kernel.Callers;
using OneStop.TestKit;

namespace OneStop.Identity.Tests;

public sealed class KeptFormTests(TestSystem system) : IClassFixture<TestSystem>
{
    private const string Page = "/ho-so/1/soan/nguoi-nop";
    private static int secrets;

    [Fact]
    public async Task Take_ByWhoeverHoldsTheSecret_GivesItBackToThatPageOnce()
    {
        var secret = NewSecret();
        await system.DoAs(Caller.Anonymous, new KeepForm(secret, Page, "sealed"));

        Assert.Null(await TakeAsync(NewSecret(), Page));
        Assert.Null(await TakeAsync(secret, "/ho-so/2/soan/nguoi-nop"));
        Assert.Equal("sealed", await TakeAsync(secret, Page));
        Assert.Null(await TakeAsync(secret, Page));
    }

    [Fact]
    public async Task Take_AfterAnHour_FindsNothing()
    {
        var secret = NewSecret();
        await system.DoAs(Caller.Anonymous, new KeepForm(secret, Page, "sealed"));

        system.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Null(await TakeAsync(secret, Page));
    }

    [Fact]
    public async Task Keep_ForAnAddressNoPageHas_IsRefused() =>
        Assert.True((await system.SendAs(Caller.Anonymous, new KeepForm(NewSecret(), "/" + new string('x', 400), "sealed"))).IsFailure);

    private static string NewSecret() => $"{Interlocked.Increment(ref secrets):x64}";

    private async Task<string?> TakeAsync(string secret, string path) => (await system.DoAs(Caller.Anonymous, new TakeKeptForm(secret, path))).SealedFields;
}
