using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Data.Seeding;
using OneStop.Identity.Domain;
using OneStop.Identity.Features.ChangePassword;
using OneStop.Identity.Features.ConfirmEmail;
using OneStop.Identity.Features.ForgotPassword;
using OneStop.Identity.Features.Register;
using OneStop.Identity.Features.ResetPassword;
using OneStop.Identity.Features.SignIn;
using OneStop.Identity.Features.SignOutEverywhere;
using OneStop.Kernel.Callers;
using OneStop.Notifications.Contracts;

namespace OneStop.Identity.Tests;

public class AccountTests(IdentitySystem system) : IClassFixture<IdentitySystem>
{
    private const string Good = "con mèo ngủ 7 ngày";
    private int made;

    [Fact]
    public async Task Register_NewAddress_SendsALetterAndConfirmingOpensTheAccount()
    {
        var email = await RegisteredAsync();
        Assert.Equal(SignInVerdict.NotConfirmed, (await SignInAsync(email, Good)).Verdict);

        await ConfirmAsync(email);

        Assert.Equal(SignInVerdict.Welcome, (await SignInAsync(email, Good)).Verdict);
    }

    [Fact]
    public async Task Register_KnownAddress_AnswersTheSameAndTellsOnlyTheOwner()
    {
        var email = await ConfirmedAsync();

        var result = await system.SendAs(Caller.Anonymous, Request(email));

        Assert.True(result.IsSuccess);
        Assert.Equal(1, await system.AskAsync<IdentityDbContext, int>(c => c.Accounts.CountAsync(a => a.Email == email)));
        Assert.Equal("Bạn đã có tài khoản", (await LetterAsync(email)).Subject.Vi);
    }

    [Fact]
    public async Task Register_NumberAgainstTheBirthDate_IsAnErrorAtTheNumber()
    {
        var result = await system.SendAs(Caller.Anonymous, Request(NewEmail()) with { BirthDate = new DateOnly(1991, 3, 12) });

        Assert.Equal((IdentityErrors.CitizenNumberBirthYear, nameof(Register.CitizenNumber)), (result.Error.Code, result.Error.Field));
    }

    [Fact]
    public async Task Register_Empty_NamesEveryField()
    {
        var result = await system.SendAs(Caller.Anonymous, new Register(null, null, null, null, null, null, null, false, "vi"));

        Assert.Equal(
            [nameof(Register.Name), nameof(Register.BirthDate), nameof(Register.Phone), nameof(Register.Email), nameof(Register.Password), nameof(Register.TermsAccepted)],
            result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Register_KeepsTheCitizenNumberEncrypted()
    {
        var email = await RegisteredAsync();

        var account = await system.AskAsync<IdentityDbContext, Account>(c => c.Accounts.SingleAsync(a => a.Email == email));

        Assert.DoesNotContain("001090004321", account.CitizenNumberProtected, StringComparison.Ordinal);
        Assert.Equal(64, account.CitizenNumberHash!.Length);
    }

    [Fact]
    public async Task ConfirmEmail_WrongOrUsedLink_IsRefused()
    {
        var email = await RegisteredAsync();
        var (id, token) = await LinkAsync(email);

        Assert.Equal(IdentityErrors.LinkExpired, (await system.SendAs(Caller.Anonymous, new ConfirmEmail(id, token + "x"))).Error.Code);
        Assert.Equal(IdentityErrors.LinkExpired, (await system.SendAs(Caller.Anonymous, new ConfirmEmail(Guid.NewGuid(), token))).Error.Code);
    }

    [Fact]
    public async Task SignIn_UnknownWrongAndClosed_LookAlike()
    {
        var email = await ConfirmedAsync();
        var unknown = await SignInAsync("khong-co@vidu.vn", Good);
        var wrong = await SignInAsync(email, "mật khẩu sai 1");
        await ChangeRowAsync(email, a => a.ClosedAt = system.Clock.GetUtcNow());
        var closed = await SignInAsync(email, Good);

        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, closed);
        Assert.Equal(SignInVerdict.Refused, unknown.Verdict);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockForAQuarterOfAnHour()
    {
        var email = await ConfirmedAsync();
        for (var i = 0; i < 5; i++)
            await SignInAsync(email, "mật khẩu sai 1");

        Assert.Equal(SignInVerdict.Refused, (await SignInAsync(email, Good)).Verdict);
        var account = await system.AskAsync<IdentityDbContext, Account>(c => c.Accounts.SingleAsync(a => a.Email == email));
        Assert.Equal(system.Clock.GetUtcNow().AddMinutes(15), account.LockoutEnd);
        system.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SignInVerdict.Welcome, (await SignInAsync(email, Good)).Verdict);
    }

    [Fact]
    public async Task SignIn_FourWrongThenRight_ForgetsTheWrongOnes()
    {
        var email = await ConfirmedAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await SignInAsync(email, "mật khẩu sai 1");
            Assert.Equal(SignInVerdict.Welcome, (await SignInAsync(email, Good)).Verdict);
        }
    }

    [Fact]
    public async Task ForgotPassword_UnknownAddress_AnswersTheSameAndSendsNothing()
    {
        var before = (await system.RaisedAsync<NotificationRequested>()).Count;

        Assert.True((await system.SendAs(Caller.Anonymous, new ForgotPassword("khong-co@vidu.vn"))).IsSuccess);
        Assert.Equal(before, (await system.RaisedAsync<NotificationRequested>()).Count);
    }

    [Fact]
    public async Task ResetPassword_ByTheLink_SetsItOnceAndUnlocks()
    {
        var email = await ConfirmedAsync();
        for (var i = 0; i < 5; i++)
            await SignInAsync(email, "mật khẩu sai 1");
        await system.DoAs(Caller.Anonymous, new ForgotPassword(email));
        var (id, token) = await LinkAsync(email);

        await system.DoAs(Caller.Anonymous, new ResetPassword(id, token, "trời mưa 8 giờ tối", "trời mưa 8 giờ tối"));

        Assert.Equal(SignInVerdict.Welcome, (await SignInAsync(email, "trời mưa 8 giờ tối")).Verdict);
        var again = await system.SendAs(Caller.Anonymous, new ResetPassword(id, token, "trời nắng 9 giờ sáng", "trời nắng 9 giờ sáng"));
        Assert.Equal(IdentityErrors.LinkExpired, again.Error.Code);
    }

    [Fact]
    public async Task ChangePassword_NeedsTheCurrentOneAndRefusesFormerOnes()
    {
        var caller = await CallerAsync(await ConfirmedAsync());

        var wrong = await system.SendAs(caller, new ChangePassword("không phải 1", "trời mưa 8 giờ tối", "trời mưa 8 giờ tối"));
        Assert.Equal(IdentityErrors.WrongPassword, wrong.Error.Code);
        await system.DoAs(caller, new ChangePassword(Good, "trời mưa 8 giờ tối", "trời mưa 8 giờ tối"));
        var back = await system.SendAs(caller, new ChangePassword("trời mưa 8 giờ tối", Good, Good));
        Assert.Equal(IdentityErrors.PasswordUsedBefore, back.Error.Code);
    }

    [Fact]
    public async Task SignOutEverywhere_ChangesTheStampThatSessionsCarry()
    {
        var email = await ConfirmedAsync();
        var before = await StampAsync(email);

        await system.DoAs(await CallerAsync(email), new SignOutEverywhere());

        Assert.NotEqual(before, await StampAsync(email));
    }

    [Fact]
    public async Task OwnDeeds_WithoutSigningIn_AreForbidden()
    {
        Assert.True((await system.SendAs(Caller.Anonymous, new SignOutEverywhere())).IsFailure);
        Assert.True((await system.SendAs(Caller.Anonymous, new ChangePassword(Good, Good + "1", Good + "1"))).IsFailure);
    }

    [Fact]
    public void DemoCitizens_HaveSoundNumbers() =>
        Assert.All(DemoCitizensSeed.People, p => Assert.Null(CitizenNumber.Check(p.Number, p.BirthDate, new DateOnly(2026, 11, 20))));

    private string NewEmail() => $"nguoi{++made}.{Guid.NewGuid():N}@vidu.vn";

    private static Register Request(string email) =>
        new("Nguyễn Văn An", email, "0912345678", "001090004321", new DateOnly(1990, 3, 12), Good, Good, true, "vi");

    private async Task<string> RegisteredAsync()
    {
        var email = NewEmail();
        await system.DoAs(Caller.Anonymous, Request(email));
        return email;
    }

    private async Task<string> ConfirmedAsync()
    {
        var email = await RegisteredAsync();
        await ConfirmAsync(email);
        return email;
    }

    private async Task ConfirmAsync(string email)
    {
        var (id, token) = await LinkAsync(email);
        await system.DoAs(Caller.Anonymous, new ConfirmEmail(id, token));
    }

    private Task<SignInAnswer> SignInAsync(string name, string password) => system.DoAs(Caller.Anonymous, new SignIn(name, password));

    private async Task<NotificationRequested> LetterAsync(string email) => (await system.RaisedAsync<NotificationRequested>()).Last(n => n.Email == email);

    private async Task<(Guid Id, string Token)> LinkAsync(string email)
    {
        var query = System.Web.HttpUtility.ParseQueryString((await LetterAsync(email)).Link!.Split('?')[1]);
        return (Guid.Parse(query["tai-khoan"]!), query["ma"]!);
    }

    private async Task<Caller> CallerAsync(string email)
    {
        var account = await system.AskAsync<IdentityDbContext, Account>(c => c.Accounts.SingleAsync(a => a.Email == email));
        return new Caller(account.Id, account.FullName, CallerKind.Citizen, []);
    }

    private Task<string?> StampAsync(string email) =>
        system.AskAsync<IdentityDbContext, string?>(c => c.Accounts.Where(a => a.Email == email).Select(a => a.SecurityStamp).SingleAsync());

    private Task<int> ChangeRowAsync(string email, Action<Account> change) => system.AskAsync<IdentityDbContext, int>(async c =>
    {
        change(await c.Accounts.SingleAsync(a => a.Email == email));
        return await c.SaveChangesAsync();
    });
}
