using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Identity.Features.EditProfile;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Tests;

public class ProfileTests(StaffedSystem system) : IClassFixture<StaffedSystem>
{
    private static readonly EditProfile Moved =
        new("Trần Thị Bình An", "+84 987 000 111", "001185007654", new DateOnly(1985, 7, 20), "Số 9 phố Hàng Bún, Hà Nội", "en");

    [Fact]
    public async Task ReadProfile_OfACitizen_TellsTheOwnNumberInTheClear()
    {
        var profile = await system.DoAs(await CallerAsync("congdan@demo.example"), new ReadProfile());

        Assert.Equal(("Nguyễn Văn An", "001090004321", false), (profile.Name, profile.CitizenNumber, profile.IsStaff));
        Assert.Empty(profile.Posts);
    }

    [Fact]
    public async Task ReadProfile_OfAnOfficial_NamesThePostAndItsAgency()
    {
        var profile = await system.DoAs(await CallerAsync("motcua.trucbach"), new ReadProfile());

        Assert.True(profile.IsStaff);
        Assert.Contains("Trúc Bạch", Assert.Single(profile.Posts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditProfile_OfACitizen_IsReadBackAndKeptEncrypted()
    {
        var caller = await CallerAsync("congdan2@demo.example");

        await system.DoAs(caller, Moved);

        var profile = await system.DoAs(caller, new ReadProfile());
        Assert.Equal(
            ("Trần Thị Bình An", "0987000111", "001185007654", "Số 9 phố Hàng Bún, Hà Nội", "en"),
            (profile.Name, profile.Phone, profile.CitizenNumber, profile.Address, profile.Culture));
        Assert.DoesNotContain("001185007654", (await AccountAsync("congdan2@demo.example")).CitizenNumberProtected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditProfile_OfAnOfficial_ChangesHowToReachThemButNotWhoTheyAre()
    {
        var before = await AccountAsync("vanthu.trucbach");

        await system.DoAs(await CallerAsync("vanthu.trucbach"), Moved);

        var after = await AccountAsync("vanthu.trucbach");
        Assert.Equal((before.FullName, null), (after.FullName, after.CitizenNumberHash));
        Assert.Equal(("0987000111", "en"), (after.PhoneNumber, after.Culture));
    }

    [Fact]
    public async Task EditProfile_WrongInput_IsAnErrorAtTheFieldAndChangesNothing()
    {
        var caller = await CallerAsync("congdan@demo.example");

        Assert.Equal((IdentityErrors.NameRequired, nameof(EditProfile.Name)), await RefusalAsync(Moved with { Name = " " }));
        Assert.Equal((IdentityErrors.BirthDateInvalid, nameof(EditProfile.BirthDate)), await RefusalAsync(Moved with { BirthDate = null }));
        Assert.Equal((IdentityErrors.CitizenNumberBirthYear, nameof(EditProfile.CitizenNumber)), await RefusalAsync(Moved with { BirthDate = new DateOnly(1986, 7, 20) }));
        Assert.Equal((IdentityErrors.PhoneInvalid, nameof(EditProfile.Phone)), await RefusalAsync(Moved with { Phone = "12345" }));
        Assert.Equal("Nguyễn Văn An", (await system.DoAs(caller, new ReadProfile())).Name);

        async Task<(string Code, string? Field)> RefusalAsync(EditProfile request)
        {
            var error = (await system.SendAs(caller, request)).Error;
            return (error.Code, error.Field);
        }
    }

    [Fact]
    public async Task Profile_WithoutSigningIn_IsForbidden()
    {
        Assert.Equal(CommonErrors.SignInRequired, (await system.SendAs(Caller.Anonymous, new ReadProfile())).Error.Code);
        Assert.Equal(CommonErrors.SignInRequired, (await system.SendAs(Caller.Anonymous, Moved)).Error.Code);
    }

    private async Task<Caller> CallerAsync(string signInName)
    {
        var account = await AccountAsync(signInName);
        return await system.AskAsync<CallerBuilder, Caller>(c => c.BuildAsync(account, default));
    }

    private Task<Account> AccountAsync(string signInName) =>
        system.AskAsync<IdentityDbContext, Account>(c => c.Accounts.AsNoTracking().SingleAsync(a => a.UserName == signInName));
}
