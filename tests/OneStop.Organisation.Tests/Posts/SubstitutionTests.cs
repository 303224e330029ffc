using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.EndSubstitution;
using OneStop.Organisation.Features.FillPost;
using OneStop.Organisation.Features.NameSubstitute;
using OneStop.TestKit.Callers;

namespace OneStop.Organisation.Tests.Posts;

public sealed class SubstitutionTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly StaffedProvince hanoi = new();

    private DateOnly Today => hanoi.Clock.GetUtcNow().VietnamDate();

    public Task InitializeAsync() => hanoi.InitializeAsync();

    public Task DisposeAsync() => hanoi.DisposeAsync();

    [Fact]
    public async Task NameSubstitute_ForASpan_StandsInOnlyThenAndBothAreTold()
    {
        var (officer, clerk) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"));

        await hanoi.DoAs(officer.Caller, Name(officer, clerk, 1, 3));

        foreach (var (day, stands) in new[] { (0, false), (1, true), (3, true), (4, false) })
        {
            var posts = await hanoi.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(d => d.PostsOfAsync(clerk.Caller.Id, Today.AddDays(day), default));
            Assert.Equal(stands, posts.Any(p => p.Id == officer.PostId && p.SubstituteId == clerk.Caller.Id && p.HolderName == officer.Caller.Name));
            Assert.Contains(posts, p => p.Id == clerk.PostId);
        }

        Assert.Equal(2, await ToldAsync());
        var seen = await hanoi.DoAs(clerk.Caller, new ReadSubstitutes());
        Assert.Equal((officer.Caller.Name, false), (seen.ByMe.Single().HolderName, seen.ByMe.Single().IsNow));
        Assert.Equal(clerk.Caller.Name, (await hanoi.DoAs(officer.Caller, new ReadSubstitutes())).ForMe.Single().SubstituteName);
    }

    [Fact]
    public async Task NameSubstitute_AndItsEnd_AreToldToWhoeverIsSignedIn()
    {
        var (officer, clerk) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"));
        using var news = new SemaphoreSlim(0);
        using var subscription = hanoi.Services.GetRequiredService<ILiveFeed>().Subscribe(OrganisationTopics.Posts, () => news.Release());

        await hanoi.SendAs(officer.Caller, Name(officer, officer, 0, 1));
        await hanoi.DoAs(officer.Caller, Name(officer, clerk, 0, 3));
        Assert.True(await news.WaitAsync(Patience));
        await hanoi.DoAs(clerk.Caller, new EndSubstitution((await hanoi.DoAs(clerk.Caller, new ReadSubstitutes())).ByMe.Single().Id));
        Assert.True(await news.WaitAsync(Patience));

        Assert.Equal(0, news.CurrentCount);
    }

    [Theory]
    [InlineData("", "05/12/2099", nameof(NameSubstitute.From), OrganisationErrors.DateRequired)]
    [InlineData("31/02/2027", "05/12/2099", nameof(NameSubstitute.From), OrganisationErrors.DateUnreadable)]
    [InlineData("+0", "mai", nameof(NameSubstitute.Through), OrganisationErrors.DateUnreadable)]
    [InlineData("-1", "+1", nameof(NameSubstitute.From), OrganisationErrors.SubstitutionInThePast)]
    [InlineData("+0", "-1", nameof(NameSubstitute.Through), OrganisationErrors.SubstitutionInThePast)]
    [InlineData("+3", "+2", nameof(NameSubstitute.Through), OrganisationErrors.SubstitutionEndsBeforeItStarts)]
    [InlineData("+0", "+366", nameof(NameSubstitute.Through), OrganisationErrors.SubstitutionTooLong)]
    public async Task NameSubstitute_WithAWrongDate_IsAnErrorAtTheField(string from, string through, string field, string code)
    {
        var (officer, clerk) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"));

        var result = await hanoi.SendAs(officer.Caller, new NameSubstitute(officer.PostId, clerk.Caller.Id, Day(from), Day(through)));

        Assert.Contains(result.Errors, e => e.Field == field && e.Code == code);
        Assert.Equal(0, await ToldAsync());
    }

    [Fact]
    public async Task NameSubstitute_WithNobodyAndWrongDates_TellsAllAtOnce()
    {
        var officer = await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach");

        var result = await hanoi.SendAs(officer.Caller, new NameSubstitute(officer.PostId, null, "31/02/2027", "01/01/2020"));

        Assert.Equal(
            [("AccountId", OrganisationErrors.SubstituteRequired), ("From", OrganisationErrors.DateUnreadable), ("Through", OrganisationErrors.SubstitutionInThePast)],
            result.Errors.Select(e => (e.Field!, e.Code)));
    }

    [Fact]
    public async Task NameSubstitute_OverlapAndChain_AreRefused()
    {
        var (a, b, c) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"), await PersonAsync("chuyenvien-tu-phap-ho-tich.trucbach"));
        await hanoi.DoAs(a.Caller, Name(a, b, 2, 5));

        Assert.Equal((OrganisationErrors.SubstitutionOverlaps, "From"), await RefusedAsync(a, c, 5, 6));
        Assert.Equal((OrganisationErrors.HolderStandsIn, "From"), await RefusedAsync(b, c, 1, 2));
        Assert.Equal((OrganisationErrors.SubstituteIsAbsent, "AccountId"), await RefusedAsync(c, a, 3, 3));
        await hanoi.DoAs(a.Caller, Name(a, c, 6, 7));
        await hanoi.DoAs(b.Caller, Name(b, c, 0, 1));
    }

    [Fact]
    public async Task NameSubstitute_ForALeader_TakesNobodyButALeaderOrAHead()
    {
        var leader = await PersonAsync("chutich.trucbach");

        Assert.Equal((OrganisationErrors.SubstituteMayNotSign, "AccountId"), await RefusedAsync(leader, await PersonAsync("vanthu.trucbach"), 0, 1));
        Assert.Equal((OrganisationErrors.SubstituteRequired, "AccountId"), await RefusedAsync(leader, await PersonAsync("phochutich.lieugiai"), 0, 1));
        Assert.Equal((OrganisationErrors.SubstituteIsHolder, "AccountId"), await RefusedAsync(leader, leader, 0, 1));
        await hanoi.DoAs(leader.Caller, Name(leader, await PersonAsync("lanhdao-van-phong.trucbach"), 0, 1));
        await hanoi.DoAs(leader.Caller, Name(leader, await PersonAsync("phochutich.trucbach"), 2, 3));
    }

    [Fact]
    public async Task NameSubstitute_ForAPostThatIsNotOnesOwn_FindsNothing()
    {
        var (a, b) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"));
        var admin = await PersonAsync("quantri.trucbach");

        Assert.Equal(OrganisationErrors.UnknownPost, (await hanoi.SendAs(b.Caller, Name(a, b, 0, 1))).Error.Code);
        Assert.Equal(OrganisationErrors.UnknownPost, (await hanoi.SendAs(admin.Caller, Name(admin, b, 0, 1))).Error.Code);
    }

    [Fact]
    public async Task EndSubstitution_ByEitherSideOrTheAdministratorAndNobodyElse()
    {
        var (a, b, c) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"), await PersonAsync("chuyenvien-tu-phap-ho-tich.trucbach"));
        var told = 0;
        foreach (var ends in new[] { a.Caller, b.Caller, (await PersonAsync("quantri.trucbach")).Caller })
        {
            await hanoi.DoAs(a.Caller, Name(a, b, 0, 3));
            var id = (await hanoi.DoAs(a.Caller, new ReadSubstitutes())).ForMe.Single().Id;
            Assert.Equal(OrganisationErrors.UnknownSubstitution, (await hanoi.SendAs(c.Caller, new EndSubstitution(id))).Error.Code);
            Assert.Equal(OrganisationErrors.UnknownSubstitution, (await hanoi.SendAs((await PersonAsync("quantri.lieugiai")).Caller, new EndSubstitution(id))).Error.Code);

            await hanoi.DoAs(ends, new EndSubstitution(id));

            Assert.Equal(told += 4, await ToldAsync());
            Assert.Equal(OrganisationErrors.SubstitutionOver, (await hanoi.SendAs(ends, new EndSubstitution(id))).Error.Code);
            var posts = await hanoi.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(d => d.PostsOfAsync(b.Caller.Id, Today, default));
            Assert.DoesNotContain(posts, p => p.Id == a.PostId);
        }
    }

    [Fact]
    public async Task AssignHolder_ToSomebodyElse_EndsWhatTheFormerHolderNamed()
    {
        var (a, b) = (await PersonAsync("chuyenvien-van-hoa-xa-hoi.trucbach"), await PersonAsync("chuyenvien-van-phong.trucbach"));
        await hanoi.DoAs(a.Caller, Name(a, b, 0, 3));
        var version = (await hanoi.ReadAsync(c => c.Posts.AsNoTracking().SingleAsync(p => p.Id == a.PostId))).Version;

        await hanoi.DoAs((await PersonAsync("quantri.trucbach")).Caller, new AssignHolder(a.PostId, null, version));

        Assert.Empty((await hanoi.DoAs(b.Caller, new ReadSubstitutes())).ByMe);
    }

    [Theory]
    [InlineData(Roles.Citizen)]
    [InlineData(Roles.Inspector)]
    [InlineData(Roles.ProcessAdmin)]
    [InlineData("anonymous")]
    public async Task Substitutes_WithoutThePermission_AreForbidden(string role)
    {
        var caller = TestCallers.OneOfEach()[role];

        Assert.Equal(ErrorKind.Forbidden, (await hanoi.SendAs(caller, new ReadSubstitutes())).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await hanoi.SendAs(caller, new NameSubstitute(null, null, null, null))).Error.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await hanoi.SendAs(caller, new EndSubstitution(Guid.NewGuid()))).Error.Kind);
    }

    private sealed record Person(Caller Caller, Guid PostId);

    private string Day(string text) => text is ['+' or '-', ..] ? Write(Today.AddDays(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))) : text;

    private static string Write(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private NameSubstitute Name(Person absent, Person substitute, int from, int through) =>
        new(absent.PostId, substitute.Caller.Id, Write(Today.AddDays(from)), Write(Today.AddDays(through)));

    private async Task<(string Code, string? Field)> RefusedAsync(Person absent, Person substitute, int from, int through)
    {
        var result = await hanoi.SendAs(absent.Caller, Name(absent, substitute, from, through));
        return (result.Error.Code, result.Error.Field);
    }

    private Task<int> ToldAsync() => hanoi.ReadAsync(c => c.Set<OutboxMessage>().CountAsync(m => m.EventType.Contains("NotificationRequested")));

    private async Task<Person> PersonAsync(string name)
    {
        var account = (await hanoi.AskAsync<IStaffAccounts, StaffAccount?>(a => a.FindAsync(name, default)))!;
        var post = (await hanoi.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(d => d.PostsOfAsync(account.Id, Today, default))).Single(p => p.HolderId == account.Id);
        var reach = post.Role == Roles.UnitAdmin ? Reach.UnitAndBelow : Reach.Unit;
        return new Person(
            new Caller(account.Id, account.Name, CallerKind.Staff, [new Assignment(post.Role, reach, post.AgencyId, post.AgencyPath, post.DepartmentId, post.Id, post.Title)]), post.Id);
    }
}
