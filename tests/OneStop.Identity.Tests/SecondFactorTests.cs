using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Data.Seeding;
using OneStop.Identity.Domain;
using OneStop.Identity.Features.ConfirmSecondFactor;
using OneStop.Identity.Features.SignIn;
using OneStop.Identity.Features.TwoFactor;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Tests;

public class SecondFactorTests(GuardedSystem system) : IClassFixture<GuardedSystem>
{
    [Fact]
    public async Task SignIn_OfAnAdministratorWithoutASecondFactor_AsksToEnrolAndGivesNoRole()
    {
        var answer = await system.DoAs(Caller.Anonymous, new SignIn("hethong.tp", DemoAccountFactory.Password));

        Assert.Equal((SignInVerdict.Welcome, true), (answer.Verdict, answer.MustEnrol));
        Assert.Empty((await CallerAsync("hethong.tp")).Assignments);
        Assert.NotEmpty((await CallerAsync("motcua.trucbach")).Assignments);
    }

    [Fact]
    public async Task SecondFactor_OnceSwitchedOn_IsAskedAndOpensTheRole()
    {
        var caller = await CallerAsync("quantri.trucbach");
        var secret = await system.DoAs(caller, new BeginTwoFactor());
        Assert.Equal(IdentityErrors.WrongCode, (await system.SendAs(caller, new EnableTwoFactor("000000x"))).Error.Code);

        var recovery = await system.DoAs(caller, new EnableTwoFactor(CodeOf(secret.Key)));

        Assert.Equal(10, recovery.Count);
        Assert.Equal(SignInVerdict.SecondFactor, (await system.DoAs(Caller.Anonymous, new SignIn("quantri.trucbach", DemoAccountFactory.Password))).Verdict);
        Assert.True(await system.DoAs(Caller.Anonymous, new ConfirmSecondFactor(caller.Id, CodeOf(secret.Key))));
        Assert.True(await system.DoAs(Caller.Anonymous, new ConfirmSecondFactor(caller.Id, recovery[0])));
        Assert.False(await system.DoAs(Caller.Anonymous, new ConfirmSecondFactor(caller.Id, recovery[0])));
        Assert.Contains((await CallerAsync("quantri.trucbach")).Assignments, a => a.Role == Roles.UnitAdmin);
        var stored = await system.AskAsync<IdentityDbContext, List<string?>>(c => c.Set<AccountToken>().Where(t => t.Name == "AuthenticatorKey").Select(t => t.Value).ToListAsync());
        Assert.DoesNotContain(secret.Key, stored);
    }

    [Fact]
    public async Task DisableTwoFactor_NeedsThePasswordAndThenAsksForNoCode()
    {
        var caller = await CallerAsync("ketoan.trucbach");
        var secret = await system.DoAs(caller, new BeginTwoFactor());
        await system.DoAs(caller, new EnableTwoFactor(CodeOf(secret.Key)));

        var wrong = await system.SendAs(caller, new DisableTwoFactor("không phải 1"));
        Assert.Equal((IdentityErrors.WrongPassword, nameof(DisableTwoFactor.Password)), (wrong.Error.Code, wrong.Error.Field));
        Assert.Equal(SignInVerdict.SecondFactor, await VerdictAsync());
        Assert.True((await system.SendAs(Caller.Anonymous, new DisableTwoFactor(DemoAccountFactory.Password))).IsFailure);

        await system.DoAs(caller, new DisableTwoFactor(DemoAccountFactory.Password));

        Assert.Equal(SignInVerdict.Welcome, await VerdictAsync());
        Assert.NotEqual(secret.Key, (await system.DoAs(caller, new BeginTwoFactor())).Key);

        async Task<SignInVerdict> VerdictAsync() => (await system.DoAs(Caller.Anonymous, new SignIn("ketoan.trucbach", DemoAccountFactory.Password))).Verdict;
    }

    [Fact]
    public async Task ConfirmSecondFactor_WithoutOne_IsRefused()
    {
        var clerk = await CallerAsync("motcua.trucbach");

        Assert.False(await system.DoAs(Caller.Anonymous, new ConfirmSecondFactor(clerk.Id, "123456")));
    }

    private async Task<Caller> CallerAsync(string signInName)
    {
        var account = await system.AskAsync<IdentityDbContext, Account>(c => c.Accounts.AsNoTracking().SingleAsync(a => a.UserName == signInName));
        return await system.AskAsync<CallerBuilder, Caller>(c => c.BuildAsync(account, default));
    }

    // RFC 6238, what the app on the phone does; the framework's check reads the machine's clock.
    private static string CodeOf(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // SHA-1 is what RFC 6238 and every authenticator app use.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & 0x7FFFFFFF) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
