using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.Notifications.Features.ListNotices;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Features;

public sealed class ListNoticesTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task List_ForTheOwner_ShowsOwnNoticesNewestFirst()
    {
        var account = await system.RequestForNewAccountAsync(subject: "Tin cũ");
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await system.RequestAsync(Samples.For(account));
        await system.RequestForNewAccountAsync(subject: "Tin của người khác");

        var list = await system.DoAs(TestCallers.Citizen(id: account), new ListNotices());

        Assert.Equal(["Hồ sơ đã được tiếp nhận", "Tin cũ"], list.Page.Items.Select(n => n.Subject.Vi));
        Assert.Equal(2, list.Unread);
        Assert.Equal(2, await system.AskAsync<INotificationCounter, int>(counter => counter.UnreadAsync(account, CancellationToken.None)));
    }

    [Fact]
    public async Task List_OverMoreThanAPage_ShowsEachNoticeOnce()
    {
        var account = system.Accounts.Add(email: null);
        for (var number = 0; number < 45; number++)
        {
            await system.RaiseAsync(Samples.For(account));
            system.Clock.Advance(TimeSpan.FromSeconds(number % 3));
        }

        await system.DeliverEventsAsync();
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var list = await system.DoAs(TestCallers.Citizen(id: account), new ListNotices(cursor));
            seen.AddRange(list.Page.Items.Select(n => n.Id));
            cursor = list.Page.Next;
        }
        while (cursor is not null);

        Assert.Equal(45, seen.Count);
        Assert.Equal(45, seen.Distinct().Count());
    }

    [Fact]
    public async Task List_ForAVisitor_AsksToSignIn()
    {
        var result = await system.SendAs(TestCallers.Anonymous, new ListNotices());

        Assert.Equal(CommonErrors.SignInRequired, result.Error.Code);
    }
}
