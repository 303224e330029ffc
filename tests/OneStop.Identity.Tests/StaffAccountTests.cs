using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Data.Seeding;
using OneStop.Identity.Domain;
using OneStop.Identity.Features.ManageAccounts;
using OneStop.Identity.Features.ResetPassword;
using OneStop.Identity.Features.SignIn;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Identity.Tests;

public class StaffAccountTests(StaffedSystem system) : IClassFixture<StaffedSystem>
{
    [Theory]
    [InlineData("motcua.trucbach", Roles.DeskClerk, Reach.Unit)]
    [InlineData("chutich.trucbach", Roles.AgencyLeader, Reach.UnitAndBelow)]
    [InlineData("lanhdao-ldtbxh.quan-badinh", Roles.DepartmentHead, Reach.Unit)]
    [InlineData("vanthu.so-ldtbxh", Roles.RecordsClerk, Reach.Unit)]
    [InlineData("ketoan.trucbach", Roles.Accountant, Reach.Unit)]
    [InlineData("thanhtra.tp", Roles.Inspector, Reach.Province)]
    [InlineData("quantri.quan-badinh", Roles.UnitAdmin, Reach.UnitAndBelow)]
    [InlineData("hethong.tp", Roles.SystemAdmin, Reach.Province)]
    public async Task Caller_OfAnOfficial_HoldsTheRoleOfThePost(string signInName, string role, Reach reach)
    {
        var assignment = Assert.Single((await CallerAsync(signInName)).Assignments);

        Assert.Equal((role, reach), (assignment.Role, assignment.Reach));
        Assert.NotEqual(Guid.Empty, assignment.PostId);
        Assert.StartsWith("/H26/", assignment.AgencyPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_OfADemoOfficial_WorksWithTheOnePassword()
    {
        var answer = await system.DoAs(Caller.Anonymous, new SignIn("motcua.trucbach", DemoAccountFactory.Password));

        Assert.Equal((SignInVerdict.Welcome, true), (answer.Verdict, answer.IsStaff));
    }

    [Theory]
    [InlineData("quantri.trucbach", "/viec-don-vi")]
    [InlineData("congdan@demo.example", "/")]
    public async Task SignIn_WithoutAWayBack_BeginsWhereTheRoleMayGo(string signInName, string home) =>
        Assert.Equal(home, (await system.DoAs(Caller.Anonymous, new SignIn(signInName, DemoAccountFactory.Password))).Home);

    [Fact]
    public async Task ListAccounts_OfAWard_ShowsOnlyItsPeople()
    {
        var page = await system.DoAs(await CallerAsync("quantri.trucbach"), new ListAccounts(null, null));

        Assert.NotEmpty(page.Items);
        Assert.All(page.Items, a => Assert.EndsWith(".trucbach", a.SignInName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ListAccounts_OfTheProvince_PagesThroughEverybodyOnce()
    {
        var admin = await CallerAsync("hethong.tp");
        var seen = new List<Guid>();
        for (string? after = null, first = ""; first is not null || after is not null; first = null)
        {
            var page = await system.DoAs(admin, new ListAccounts(null, after));
            seen.AddRange(page.Items.Select(a => a.Id));
            after = page.Next;
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(await system.AskAsync<IdentityDbContext, int>(c => c.Accounts.CountAsync(a => a.Kind == AccountKind.Staff)), seen.Count);
    }

    [Fact]
    public async Task CloseAccount_InTheUnit_EndsSessionsAndShutsTheDoor()
    {
        var admin = await CallerAsync("quantri.lieugiai");
        var target = await AccountAsync("ketoan.lieugiai");

        Assert.Equal(IdentityErrors.ReasonRequired, (await system.SendAs(admin, new CloseAccount(target.Id, " "))).Error.Code);
        await system.DoAs(admin, new CloseAccount(target.Id, "Nghỉ việc từ ngày 1/3"));

        var closed = await AccountAsync("ketoan.lieugiai");
        Assert.NotEqual(target.SecurityStamp, closed.SecurityStamp);
        Assert.Equal(SignInVerdict.Refused, (await system.DoAs(Caller.Anonymous, new SignIn("ketoan.lieugiai", DemoAccountFactory.Password))).Verdict);
        await system.DoAs(admin, new ReopenAccount(target.Id));
        Assert.Equal(SignInVerdict.Welcome, (await system.DoAs(Caller.Anonymous, new SignIn("ketoan.lieugiai", DemoAccountFactory.Password))).Verdict);
    }

    [Fact]
    public async Task CloseAccount_OutsideTheUnit_FindsNothing()
    {
        var target = await AccountAsync("motcua.quan-badinh");

        var result = await system.SendAs(await CallerAsync("quantri.trucbach"), new CloseAccount(target.Id, "thử"));

        Assert.Equal(IdentityErrors.UnknownAccount, result.Error.Code);
    }

    [Fact]
    public async Task ReadAccount_InTheUnit_TellsPostsAndStateAndOutsideItNothing()
    {
        var admin = await CallerAsync("quantri.trucbach");
        var clerk = await AccountAsync("motcua2.trucbach");

        var seen = await system.DoAs(admin, new ReadAccount(clerk.Id));

        Assert.Equal((clerk.FullName, "motcua2.trucbach", AccountState.Open, null), (seen.Name, seen.SignInName, seen.State, seen.ClosedReason));
        Assert.Contains("Trúc Bạch", Assert.Single(seen.Posts), StringComparison.Ordinal);
        await system.DoAs(admin, new CloseAccount(clerk.Id, "Chuyển công tác"));
        var closed = await system.DoAs(admin, new ReadAccount(clerk.Id));
        Assert.Equal((AccountState.Closed, "Chuyển công tác"), (closed.State, closed.ClosedReason));
        Assert.Equal(IdentityErrors.UnknownAccount, (await system.SendAs(await CallerAsync("quantri.lieugiai"), new ReadAccount(clerk.Id))).Error.Code);
        Assert.Equal(IdentityErrors.UnknownAccount, (await system.SendAs(await CallerAsync("hethong.tp"), new ReadAccount((await AccountAsync("congdan@demo.example")).Id))).Error.Code);
    }

    [Fact]
    public async Task SendPasswordReset_InTheUnit_WritesToThePersonAloneAndOutsideItToNobody()
    {
        var clerk = await AccountAsync("vanthu.lieugiai");
        Assert.Equal(IdentityErrors.UnknownAccount, (await system.SendAs(await CallerAsync("quantri.trucbach"), new SendPasswordReset(clerk.Id))).Error.Code);
        Assert.Empty(await LettersAsync());

        await system.DoAs(await CallerAsync("quantri.lieugiai"), new SendPasswordReset(clerk.Id));

        var link = System.Web.HttpUtility.ParseQueryString(Assert.Single(await LettersAsync()).Link!.Split('?')[1]);
        await system.DoAs(Caller.Anonymous, new ResetPassword(Guid.Parse(link["tai-khoan"]!), link["ma"]!, "trời mưa 8 giờ tối", "trời mưa 8 giờ tối"));
        Assert.Equal(SignInVerdict.Welcome, (await system.DoAs(Caller.Anonymous, new SignIn("vanthu.lieugiai", "trời mưa 8 giờ tối"))).Verdict);

        async Task<NotificationRequested[]> LettersAsync() => [.. (await system.RaisedAsync<NotificationRequested>()).Where(n => n.Email == clerk.Email)];
    }

    [Fact]
    public async Task CloseAccount_OneOwn_IsRefused()
    {
        var admin = await CallerAsync("quantri.trucbach");

        Assert.Equal(IdentityErrors.NotYourself, (await system.SendAs(admin, new CloseAccount(admin.Id, "thử"))).Error.Code);
    }

    [Theory]
    [InlineData(Roles.Citizen)]
    [InlineData(Roles.DeskClerk)]
    [InlineData(Roles.AgencyLeader)]
    [InlineData(Roles.Inspector)]
    [InlineData(Roles.ProcessAdmin)]
    public async Task ListAccounts_WithoutThePermission_IsForbidden(string role) =>
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(TestCallers.OneOfEach()[role], new ListAccounts(null, null))).Error.Kind);

    [Fact]
    public async Task Profile_OfAnother_IsNotTold()
    {
        var citizen = await AccountAsync("congdan@demo.example");
        var self = new Caller(citizen.Id, citizen.FullName, CallerKind.Citizen, []);

        Assert.Equal("001090004321", (await system.AskAsync<IAccountDirectory, ApplicantProfile?>(d => d.ProfileOfAsync(citizen.Id, default), self))?.CitizenNumber);
        Assert.Null(await system.AskAsync<IAccountDirectory, ApplicantProfile?>(d => d.ProfileOfAsync(citizen.Id, default), TestCallers.SystemAdmin()));
    }

    private async Task<Caller> CallerAsync(string signInName)
    {
        var account = await AccountAsync(signInName);
        return await system.AskAsync<CallerBuilder, Caller>(c => c.BuildAsync(account, default));
    }

    private Task<Account> AccountAsync(string signInName) =>
        system.AskAsync<IdentityDbContext, Account>(c => c.Accounts.AsNoTracking().SingleAsync(a => a.UserName == signInName));
}
