using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.BrowseOrganisation;
using OneStop.Organisation.Features.FillPost;
using OneStop.TestKit.Callers;

namespace OneStop.Organisation.Tests.Posts;

public class FillPostTests(StaffedProvince hanoi) : IClassFixture<StaffedProvince>
{
    private const string TrucBach = "00004";
    private const string LieuGiai = "00008";

    private DateOnly Today => hanoi.Clock.GetUtcNow().VietnamDate();

    [Fact]
    public async Task AssignHolder_ToAnOfficial_GivesTheRoleOfThePost()
    {
        var post = await PostAsync(TrucBach, Roles.Accountant);
        var clerk = await AccountAsync("motcua.lieugiai");

        await hanoi.DoAs(await AdminOfAsync(TrucBach), new AssignHolder(post.Id, "motcua.lieugiai", post.Version));

        var posts = await hanoi.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(d => d.PostsOfAsync(clerk.Id, Today, default));
        Assert.Contains(posts, p => p.Id == post.Id && p.Role == Roles.Accountant && p.HolderName == clerk.Name);
    }

    [Fact]
    public async Task AssignHolder_OutsideTheUnit_FindsNothing()
    {
        var post = await PostAsync(LieuGiai, Roles.RecordsClerk);

        var result = await hanoi.SendAs(await AdminOfAsync(TrucBach), new AssignHolder(post.Id, "motcua.trucbach", post.Version));

        Assert.Equal(OrganisationErrors.UnknownPost, result.Error.Code);
    }

    [Fact]
    public async Task ReadPost_InTheUnit_TellsWhoKeepsItAndOutsideItNothing()
    {
        var post = await PostAsync(LieuGiai, Roles.DeskClerk);

        var seen = await hanoi.DoAs(await AdminOfAsync(LieuGiai), new ReadPost(post.Id));

        Assert.Equal((post.Title, Roles.DeskClerk, post.HolderName, post.Version), (seen.Title, seen.Role, seen.HolderName, seen.Version));
        Assert.Equal("Ủy ban nhân dân phường Liễu Giai", seen.AgencyName);
        Assert.Equal(OrganisationErrors.UnknownPost, (await hanoi.SendAs(await AdminOfAsync(TrucBach), new ReadPost(post.Id))).Error.Code);
        Assert.Equal(OrganisationErrors.UnknownPost, (await hanoi.SendAs(await AdminOfAsync(LieuGiai), new ReadPost(Guid.NewGuid()))).Error.Code);
    }

    [Fact]
    public async Task AssignHolder_ByTheDistrict_ReachesTheWardsBelow()
    {
        var post = await PostAsync(LieuGiai, Roles.UnitAdmin);

        Assert.True((await hanoi.SendAs(await AdminOfAsync("001"), new AssignHolder(post.Id, null, post.Version))).IsSuccess);
        Assert.Null((await PostAsync(LieuGiai, Roles.UnitAdmin)).HolderId);
    }

    [Fact]
    public async Task AssignHolder_WhenChangedMeanwhile_IsRefused()
    {
        var post = await PostAsync(TrucBach, Roles.RecordsClerk);
        var admin = await AdminOfAsync(TrucBach);
        await hanoi.DoAs(admin, new AssignHolder(post.Id, "motcua.trucbach", post.Version));

        var second = await hanoi.SendAs(admin, new AssignHolder(post.Id, "motcua2.trucbach", post.Version));

        Assert.Equal(CommonErrors.ChangedMeanwhile, second.Error.Code);
    }

    [Fact]
    public async Task AssignHolder_UnknownName_IsAnErrorAtTheName()
    {
        var post = await PostAsync(TrucBach, Roles.UnitAdmin);

        var result = await hanoi.SendAs(await AdminOfAsync(TrucBach), new AssignHolder(post.Id, "khong-co.ai", post.Version));

        Assert.Equal((OrganisationErrors.UnknownAccount, nameof(AssignHolder.SignInName)), (result.Error.Code, result.Error.Field));
    }

    [Fact]
    public async Task AssignSubstitute_ForASpan_StandsInOnlyThen()
    {
        var post = await PostAsync(TrucBach, Roles.AgencyLeader);
        var substitute = await AccountAsync("phochutich.trucbach");

        await hanoi.DoAs(await AdminOfAsync(TrucBach), new AssignSubstitute(post.Id, "phochutich.trucbach", Write(Today.AddDays(1)), Write(Today.AddDays(3))));

        foreach (var (day, stands) in new[] { (Today, false), (Today.AddDays(1), true), (Today.AddDays(3), true), (Today.AddDays(4), false) })
        {
            var posts = await hanoi.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(d => d.PostsOfAsync(substitute.Id, day, default));
            Assert.Equal(stands, posts.Any(p => p.Id == post.Id));
        }
    }

    [Fact]
    public async Task AssignSubstitute_OfOneself_IsRefused()
    {
        var post = await PostAsync(LieuGiai, Roles.AgencyLeader);

        var result = await hanoi.SendAs(await AdminOfAsync(LieuGiai), new AssignSubstitute(post.Id, "chutich.lieugiai", Write(Today), Write(Today)));

        Assert.Equal(OrganisationErrors.SubstituteIsHolder, result.Error.Code);
    }

    [Fact]
    public async Task BrowseOrganisation_WithoutAnId_BeginsAtTheCallersAgency()
    {
        var ward = await hanoi.DoAs(await AdminOfAsync(TrucBach), new BrowseOrganisation(null));
        var city = await hanoi.DoAs(TestCallers.SystemAdmin(), new BrowseOrganisation(null));

        Assert.Equal("Ủy ban nhân dân phường Trúc Bạch", ward.Name);
        Assert.Empty(ward.Above);
        Assert.Equal("H26", city.Code);
        Assert.Equal(25 + 30, city.Below.Count);
    }

    [Theory]
    [InlineData(Roles.DeskClerk)]
    [InlineData(Roles.AgencyLeader)]
    [InlineData(Roles.Inspector)]
    [InlineData(Roles.Citizen)]
    public async Task BrowseOrganisation_WithoutThePermission_IsForbidden(string role) =>
        Assert.Equal(ErrorKind.Forbidden, (await hanoi.SendAs(TestCallers.OneOfEach()[role], new BrowseOrganisation(null))).Error.Kind);

    [Fact]
    public async Task Seed_StaffsThreeWardsTwoDistrictsAndTheProvince()
    {
        var vacant = await hanoi.ReadAsync(c =>
            (from p in c.Posts join a in c.Agencies on p.AgencyId equals a.Id where a.LevelCode == "tinh" && a.Kind != "vpdkdd" && p.HolderId == null select p.Id).CountAsync());

        Assert.Equal(0, vacant);
        Assert.Equal(3, await hanoi.ReadAsync(c => StaffedAsync(c, "xa")));
        Assert.Equal(2, await hanoi.ReadAsync(c => StaffedAsync(c, "huyen")));
    }

    private static string Write(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<int> StaffedAsync(Data.OrganisationDbContext context, string level) =>
        (from p in context.Posts join a in context.Agencies on p.AgencyId equals a.Id where a.LevelCode == level && p.HolderId != null select a.Id).Distinct().CountAsync();

    private Task<Post> PostAsync(string unit, string role) => hanoi.ReadAsync(c =>
        (from p in c.Posts.AsNoTracking() join a in c.Agencies on p.AgencyId equals a.Id where a.UnitCode == unit && a.Kind.StartsWith("ubnd") && p.Role == role orderby p.Ordinal select p).FirstAsync());

    private async Task<StaffAccount> AccountAsync(string name) => (await hanoi.AskAsync<IStaffAccounts, StaffAccount?>(a => a.FindAsync(name, default)))!;

    private async Task<Caller> AdminOfAsync(string unit)
    {
        var agency = await hanoi.ReadAsync(c => c.Agencies.AsNoTracking().SingleAsync(a => a.UnitCode == unit && a.Kind.StartsWith("ubnd")));
        return TestCallers.UnitAdmin(new TestPlace(agency.Id, agency.Path));
    }
}
