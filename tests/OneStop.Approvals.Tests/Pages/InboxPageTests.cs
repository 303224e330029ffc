using AngleSharp.Dom;
using Bunit;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class InboxPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    private static Caller Officer => TestCallers.Officer(FakeOrganisation.Place(Levels.Commune, Roles.Officer));

    [Fact]
    public void Inbox_WhileItIsRead_ShowsThatItIsComing()
    {
        var gate = Dispatcher.Hold<ListTasksQuery>();

        var page = Open<ListTasksPage>(Officer, "/viec");

        Assert.Equal("Việc của tôi", page.Words("h1"));
        Assert.NotNull(page.Find(".os-skeleton[role=status]"));
        Assert.Empty(page.FindAll("table, .os-empty"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".os-skeleton")));
    }

    [Fact]
    public void Inbox_WithNothingInIt_SaysSoAndWhatToDo()
    {
        var nobodys = TestCallers.Accountant();

        var page = Open<ListTasksPage>(nobodys, "/viec");

        page.WaitForAssertion(() => Assert.Equal("Bạn không có việc nào đang chờ", page.Words(".os-empty h2")));
        Assert.Equal("Khi có hồ sơ chuyển đến, việc mới sẽ tự hiện ở đây.", page.Words(".os-empty p"));
    }

    [Fact]
    public async Task Inbox_WithWork_ShowsWhoseAndMarksWhatIsLate()
    {
        await office.AcceptAsync(applicant: "Đinh Thị Trễ");
        office.Clock.Advance(TimeSpan.FromHours(80));
        await office.AcceptAsync(applicant: "Lương Văn Mới");

        var page = Open<ListTasksPage>(Officer, "/viec");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        var late = RowOf(page, "Đinh Thị Trễ");
        var fresh = RowOf(page, "Lương Văn Mới");
        Assert.Contains("os-row--late", late.ClassList);
        Assert.DoesNotContain("os-row--late", fresh.ClassList);
        Assert.Contains("Chưa ai nhận", fresh.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/viec/", fresh.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Inbox_ThatCannotBeRead_SaysSoAndReadsAgainWhenAsked()
    {
        Dispatcher.BreakDown<ListTasksQuery>();
        var page = Open<ListTasksPage>(Officer, "/viec?q=hoa");

        page.WaitForAssertion(() => Assert.Contains("Chưa tải được danh sách", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Contains("Hệ thống đang bận", page.Words("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("hoa", page.Find("input[name=q]").GetAttribute("value"));

        Dispatcher.Mend<ListTasksQuery>();
        page.Press("Tải lại").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")));
    }

    [Fact]
    public void Inbox_Filtered_ShowsEachFilterAsAChipThatTakesItOffAlone()
    {
        var page = Open<ListTasksPage>(Officer, "/viec?q=kh%C3%B4ng%20ai%20c%E1%BA%A3&tre=1");

        page.WaitForAssertion(() => Assert.Equal("Không có việc nào khớp với điều kiện lọc", page.Words(".os-empty h2")));
        Assert.Equal(["Tìm “không ai cả”", "Quá hạn"], page.AllWords(".os-chip"));
        Assert.Equal("/viec?tre=1", page.FindAll(".os-chip")[0].GetAttribute("href"));
        Assert.Equal("/viec?q=kh%C3%B4ng%20ai%20c%E1%BA%A3", page.FindAll(".os-chip")[1].GetAttribute("href"));
        Assert.DoesNotContain(page.AllWords(".os-inbox-filters a"), w => w == "Chỉ xem việc quá hạn");
    }

    [Fact]
    public async Task Inbox_WhileOpen_ShowsNewWorkAndSaysHowMuch()
    {
        var page = Open<ListTasksPage>(Officer, "/viec");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".os-skeleton")));

        await office.AcceptAsync(applicant: "Phan Thị Vừa Nộp");

        page.WaitForAssertion(() => Assert.NotNull(RowOf(page, "Phan Thị Vừa Nộp")), TimeSpan.FromSeconds(2));
        Assert.Equal("Có 1 việc mới", page.Words("[role=status][aria-live=polite] .os-notice"));
    }

    [Fact]
    public void Inbox_InEnglish_HasNoVietnameseLeft()
    {
        Speak("en");

        var page = Open<ListTasksPage>(TestCallers.Accountant(), "/viec");

        page.WaitForAssertion(() => Assert.Equal("My work", page.Words("h1")));
        Assert.DoesNotContain("Việc", page.Markup, StringComparison.Ordinal);
    }

    private static IElement RowOf(IRenderedComponent<ListTasksPage> page, string applicant) =>
        page.FindAll("tbody tr").Single(r => r.TextContent.Contains(applicant, StringComparison.Ordinal));
}
