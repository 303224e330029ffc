using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Approvals.Features.SaveFilter;
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
    public async Task Inbox_WhoseReaderGetsAPostWhileItIsOpen_ShowsItsWork()
    {
        var reader = new ChangingReader();
        Services.AddSingleton<AuthenticationStateProvider>(reader);
        await office.AcceptAsync(applicant: "Trịnh Thị Chờ Sẵn");
        var page = Open<ListTasksPage>(TestCallers.Accountant(), "/viec");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-empty")));

        Dispatcher.Reader = Officer;
        reader.Change();

        page.WaitForAssertion(() => Assert.NotNull(RowOf(page, "Trịnh Thị Chờ Sẵn")));
    }

    [Fact]
    public void Inbox_InEnglish_HasNoVietnameseLeft()
    {
        Speak("en");

        var page = Open<ListTasksPage>(TestCallers.Accountant(), "/viec");

        page.WaitForAssertion(() => Assert.Equal("My work", page.Words("h1")));
        Assert.DoesNotContain("Việc", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_ChosenRows_AreClaimedTogetherAfterTheTimeToUndo()
    {
        await office.AcceptAsync(applicant: "Trịnh Văn Một");
        await office.AcceptAsync(applicant: "Trịnh Văn Hai");
        var officer = office.Organisation.Hire("xa", Roles.Officer, "Người chọn nhiều");
        var page = Open<ListTasksPage>(officer, "/viec?q=tr%E1%BB%8Bnh%20v%C4%83n");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Empty(page.FindAll(".os-bulk"));

        page.Press("Chọn 2 việc đang hiện").Click();
        Assert.Equal("Đã chọn 2 việc", page.Words(".os-bulk [role=status]"));
        page.Press("Nhận việc").Click();

        page.WaitForAssertion(() => Assert.Contains("Sắp nhận 2 việc", page.Words(".os-bulk-progress [role=status]"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".os-bulk"));
        office.Clock.Advance(BulkDeed.TimeToUndo);
        await office.RunBulkAsync();
        page.WaitForAssertion(() => Assert.Contains("Đã nhận 2 việc", page.Words(".os-bulk-progress [role=status]"), StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll(".os-bulk-progress tbody tr").Count);
        page.WaitForAssertion(() => Assert.Contains("Tôi", RowOf(page, "Trịnh Văn Hai").Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inbox_BulkUndone_SaysThatNothingChanged()
    {
        await office.AcceptAsync(applicant: "Mạc Thị Hoàn Tác");
        var officer = office.Organisation.Hire("xa", Roles.Officer, "Người đổi ý");
        var page = Open<ListTasksPage>(officer, "/viec?q=m%E1%BA%A1c%20th%E1%BB%8B");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.Find("input[data-select]").Change(true);
        page.Press("Nhận việc").Click();

        page.Press("Hoàn tác").Click();

        page.WaitForAssertion(() => Assert.Contains("không việc nào thay đổi", page.Words(".os-bulk-progress [role=status]"), StringComparison.Ordinal));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.RunBulkAsync();
        Assert.Contains("Chưa ai nhận", RowOf(page, "Mạc Thị Hoàn Tác").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_BulkDelegateWithoutAColleague_SaysSoAtTheFieldAndKeepsTheChoice()
    {
        await office.AcceptAsync(applicant: "Cù Thị Giao");
        var officer = office.Organisation.Hire("xa", Roles.Officer, "Người giao");
        var page = Open<ListTasksPage>(officer, "/viec?q=c%C3%B9%20th%E1%BB%8B");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.Find("input[data-select]").Change(true);
        page.Press("Giao làm thay").Click();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("select[name=AccountId]")));

        page.Press("Giao làm thay 1 việc").Click();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("select[name=AccountId]").GetAttribute("aria-invalid")));
        Assert.Equal("Đã chọn 1 việc", page.Words(".os-bulk [role=status]"));
        Assert.DoesNotContain("Giao người khác", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_WithAFilterThatComesFirst_OpensOnItAndCanStillShowAll()
    {
        var officer = office.Organisation.Hire("xa", Roles.Officer, "Người có bộ lọc");
        await office.DoAs(officer, new SaveFilterCommand("Trễ của tôi", "tre=1", true));

        var page = Open<ListTasksPage>(officer, "/viec");

        page.WaitForAssertion(() => Assert.Equal("/viec?tre=1", Address));
        page.WaitForAssertion(() => Assert.Equal("/viec?xem=toi", page.Find(".os-chip[aria-label]").GetAttribute("href")));
        Assert.Contains("Trễ của tôi", page.Words("nav.os-chips"), StringComparison.Ordinal);
    }

    [Fact]
    public void Inbox_OfAHead_HasTheLateTasksOfTheUnitOneTabAway()
    {
        var head = office.Organisation.Hire("xa", Roles.DepartmentHead, "Trưởng bộ phận");

        var page = Open<ListTasksPage>(head, "/viec?xem=don-vi&tre=1");

        page.WaitForAssertion(() => Assert.Equal("Đơn vị tôi trễ hạn", page.Words(".os-tabs a[aria-current=page]")));
        var officers = Open<ListTasksPage>(Officer, "/viec");
        officers.WaitForAssertion(() => Assert.Empty(officers.FindAll(".os-skeleton")));
        Assert.DoesNotContain("Đơn vị tôi trễ hạn", officers.Markup, StringComparison.Ordinal);
    }

    private static IElement RowOf(IRenderedComponent<ListTasksPage> page, string applicant) =>
        page.FindAll("tbody tr").Single(r => r.QuerySelector("[data-select]") is not null && r.TextContent.Contains(applicant, StringComparison.Ordinal));

    private sealed class ChangingReader : AuthenticationStateProvider
    {
        private static readonly Task<AuthenticationState> State = Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => State;

        public void Change() => NotifyAuthenticationStateChanged(State);
    }
}
