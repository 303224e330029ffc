using Bunit;
using OneStop.Notifications.Features.ListNotices;
using OneStop.Notifications.Features.MarkNoticesRead;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Notifications.Tests.Pages;

public sealed class NoticesPageTests(NotificationsSystem system) : PageTest(system), IClassFixture<NotificationsSystem>
{
    [Fact]
    public void Notices_WithNone_SayWhenThereWillBe()
    {
        var page = Show(Guid.NewGuid());

        page.WaitForAssertion(() => Assert.Equal("Chưa có thông báo nào", page.Words(".os-empty h2")));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Notices_WhileTheyAreRead_AreNotCalledNone()
    {
        var account = await system.RequestForNewAccountAsync();
        var gate = Dispatcher.Hold<ListNotices>();

        var page = Show(account);

        Assert.Empty(page.FindAll(".os-empty, li, [role=alert]"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("li")));
    }

    [Fact]
    public async Task Notices_Unread_AreMarkedInWordsAndCanBeMarkedReadAlone()
    {
        var account = await system.RequestForNewAccountAsync(subject: "Tin thứ nhất");
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await system.RequestAsync(Samples.For(account));
        var page = Show(account);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".notice--unread").Count));
        Assert.Equal("Bạn có 2 thông báo chưa đọc.", page.Words(".os-lead"));
        var button = page.FindAll("button[name=NoticeId]").Single(b => b.Words() == "Đánh dấu đã đọc: Tin thứ nhất");

        Type("NoticeId", button.GetAttribute("value")!);
        page = Show(account);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("form").Count));
        page.FindAll("form")[1].Submit();

        page = Show(account);
        page.WaitForAssertion(() => Assert.Equal("Bạn có 1 thông báo chưa đọc.", page.Words(".os-lead")));
        Assert.Equal("Hồ sơ đã được tiếp nhận", page.Words(".notice--unread h2"));
    }

    [Fact]
    public async Task MarkAll_WhenTheDatabaseIsBusy_SaysSoAndLosesNothing()
    {
        var account = await system.RequestForNewAccountAsync();
        var page = Show(account);
        page.WaitForAssertion(() => page.Find("form"));
        Dispatcher.BreakDown<MarkNoticesRead>();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Single(page.FindAll(".notice--unread"));
    }

    [Fact]
    public void Notices_ThatCannotBeRead_AreNotCalledNone()
    {
        Dispatcher.BreakDown<ListNotices>();

        var page = Show(Guid.NewGuid());

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".os-empty"));
    }

    [Fact]
    public async Task Notices_InEnglish_AreEnglish()
    {
        var account = await system.RequestForNewAccountAsync();
        Speak("en");

        var page = Show(account);

        page.WaitForAssertion(() => Assert.Equal("Your dossier has been accepted", page.Words("li h2")));
        Assert.DoesNotContain("Đánh dấu", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ListNoticesPage> Show(Guid account) => Open<ListNoticesPage>(TestCallers.Citizen(id: account), "/thong-bao");
}
