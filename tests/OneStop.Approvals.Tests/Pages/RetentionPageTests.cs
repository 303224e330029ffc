using Bunit;
using OneStop.Approvals.Features.ListRetention;
using OneStop.Approvals.Features.SetRetention;
using OneStop.Approvals.Tests.Office;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class RetentionPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Retention_ShowsWhatGoesBeforeItCanBeSwitchedOn()
    {
        await RichProcess.DeployAsync(office, StoppingProcess.Key, StoppingProcess.Xml);
        var page = Open<ListRetentionPage>(TestCallers.ProcessAdmin(), "/quan-tri/quy-trinh/luu-giu");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        page.FindAll("tbody tr").Single(row => row.TextContent.Contains(StoppingProcess.Key, StringComparison.Ordinal)).QuerySelector("button")!.Click();

        page.Find("input[name=Days]").Change("nhiều");
        page.Press("Xem trước").Click();
        page.WaitForAssertion(() => Assert.Contains("Hãy ghi số ngày", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal("nhiều", page.Find("input[name=Days]").GetAttribute("value"));
        page.Find("input[name=Days]").Change("30");
        page.Press("Xem trước").Click();
        page.WaitForAssertion(() => Assert.Contains("0 hồ sơ", page.Words("[role=status]"), StringComparison.Ordinal));
        page.Find("textarea").Change("Quy chế lưu trữ");
        Dispatcher.BreakDown<SetRetentionCommand>();
        page.Press("Bật thời gian lưu").Click();
        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Dispatcher.Mend<SetRetentionCommand>();
        page.Press("Bật thời gian lưu").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã bật", page.Words("[role=status]"), StringComparison.Ordinal));
        Assert.Contains("30 ngày", page.Words("tbody"), StringComparison.Ordinal);
    }
}
