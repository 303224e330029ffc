using OneStop.Kernel.Results;
using OneStop.Notifications.Features.OpenNotice;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Features;

public sealed class OpenNoticeTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task Open_OwnNotice_MarksItReadAndNamesItsPage()
    {
        var account = await system.RequestForNewAccountAsync();
        var notice = Assert.Single(await system.NoticesAsync(account));

        var opened = await system.DoAs(TestCallers.Citizen(id: account), new OpenNotice(notice.Id));

        Assert.Equal("/ho-so/1", opened.Link);
        Assert.Equal(system.Clock.Now, (await system.NoticesAsync(account))[0].ReadAt);
    }

    [Fact]
    public async Task Open_ANoticeOfSomebodyElse_SaysThereIsNone()
    {
        var account = await system.RequestForNewAccountAsync();
        var notice = Assert.Single(await system.NoticesAsync(account));

        var result = await system.SendAs(TestCallers.Officer(), new OpenNotice(notice.Id));

        Assert.Equal(ErrorKind.NotFound, result.Error.Kind);
    }

    [Theory]
    [InlineData("/ho-so/1", true)]
    [InlineData("/", true)]
    [InlineData("//example.com", false)]
    [InlineData("/\\example.com", false)]
    [InlineData("https://example.com", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Open_Link_LeadsOnlyToThisSite(string? link, bool local) => Assert.Equal(local, OpenNoticePage.IsLocal(link));
}
