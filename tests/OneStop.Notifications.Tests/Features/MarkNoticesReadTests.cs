using OneStop.Kernel.Results;
using OneStop.Notifications.Features.ListNotices;
using OneStop.Notifications.Features.MarkNoticesRead;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Features;

public sealed class MarkNoticesReadTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task Mark_One_LeavesTheOthersUnread()
    {
        var account = await system.RequestForNewAccountAsync();
        await system.RequestAsync(Samples.For(account));
        var caller = TestCallers.Citizen(id: account);
        var first = (await system.NoticesAsync(account))[0];

        await system.DoAs(caller, new MarkNoticesRead(first.Id));

        var list = await system.DoAs(caller, new ListNotices());
        Assert.Equal(1, list.Unread);
        Assert.True(list.Page.Items.Single(n => n.Id == first.Id).IsRead);
    }

    [Fact]
    public async Task Mark_All_LeavesNoneUnread()
    {
        var account = await system.RequestForNewAccountAsync();
        await system.RequestAsync(Samples.For(account));

        await system.DoAs(TestCallers.Citizen(id: account), new MarkNoticesRead());

        Assert.Equal(0, (await system.DoAs(TestCallers.Citizen(id: account), new ListNotices())).Unread);
    }

    [Fact]
    public async Task Mark_ANoticeOfSomebodyElse_SaysThereIsNone()
    {
        var owner = await system.RequestForNewAccountAsync();
        var notice = Assert.Single(await system.NoticesAsync(owner));

        var result = await system.SendAs(TestCallers.Citizen(), new MarkNoticesRead(notice.Id));

        Assert.Equal((ErrorKind.NotFound, "notification.notice_missing"), (result.Error.Kind, result.Error.Code));
        Assert.Null((await system.NoticesAsync(owner))[0].ReadAt);
    }
}
