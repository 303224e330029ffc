using Bunit;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Kernel.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class TaskPageTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Task_WhileItIsRead_ShowsThatItIsComing()
    {
        var (task, officer) = await OpenTaskAsync();
        var gate = Dispatcher.Hold<ReadTaskQuery>();

        var page = Show(officer, task);

        Assert.NotNull(page.Find(".os-skeleton"));
        Assert.Empty(page.FindAll("h1, textarea"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Xét duyệt, niêm yết công khai 2 ngày làm việc, lập biên bản", page.Words("h1")));
    }

    [Fact]
    public void Task_OfSomebodyElse_IsNotShownAndLeadsBack()
    {
        var page = Show(office.Organisation.Hire("xa", "officer", "Người lạ"), Guid.NewGuid());

        page.WaitForAssertion(() => Assert.Equal("Không mở được việc này", page.Words("h1")));
        Assert.Contains("Không tìm thấy việc này", page.Words("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("/viec", page.Press("Về danh sách việc").GetAttribute("href"));
    }

    [Fact]
    public async Task Task_OpenToTheReader_HasTheFormOfItsStepAndTheButtonsTheProcessNames()
    {
        var (task, officer) = await OpenTaskAsync();

        var page = Show(officer, task);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=group] button")));
        Assert.Equal("Trình Chủ tịch UBND cấp xã", page.AllWords("[role=group] button")[0]);
        Assert.Contains("Yêu cầu bổ sung", page.AllWords("[role=group] button"));
        Assert.NotNull(page.Find("textarea[name=Comment]"));
        Assert.Contains("Nguyễn Thị Hoa", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskSupplement_WithNothingWritten_NamesEachFieldAndKeepsWhatWasTyped()
    {
        var (task, officer) = await OpenTaskAsync();
        var page = Show(officer, task);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=group] button")));
        page.Find("textarea[name=Comment]").Change("Đã xem xét kỹ");
        page.Press("Yêu cầu bổ sung").Click();
        page.Find("input[name=LegalBasis]").Change("Nghị định 20/2021/NĐ-CP");

        page.Press("Gửi yêu cầu bổ sung").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-error-summary a")));
        Assert.Contains("Nhập ít nhất một nội dung cần bổ sung.", page.AllWords(".os-error-summary a"));
        Assert.Contains(page.AllWords(".os-field--error .os-field-error"), w => w.Contains("Nhập ít nhất một nội dung cần bổ sung.", StringComparison.Ordinal));
        Assert.Equal("true", page.Find("textarea[name=Items]").GetAttribute("aria-invalid"));
        Assert.Equal("Đã xem xét kỹ", page.Find("textarea[name=Comment]").GetAttribute("value"));
        Assert.Equal("Nghị định 20/2021/NĐ-CP", page.Find("input[name=LegalBasis]").GetAttribute("value"));
        Assert.Equal(TaskState.Open, (await office.OpenTaskAsync(dossier)).State);
    }

    [Fact]
    public async Task Approve_WhenTheDatabaseIsBusy_SaysTryAgainAndTheSecondPressDoesIt()
    {
        var (task, officer) = await OpenTaskAsync();
        var page = Show(officer, task);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=group] button")));
        page.Find("textarea[name=Comment]").Change("Đủ điều kiện");
        page.Press("Trình Chủ tịch UBND cấp xã").Click();
        Dispatcher.BreakDown<CompleteTaskCommand>();

        page.Press("Xác nhận").Click();

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal("Đủ điều kiện", page.Find("textarea[name=Comment]").GetAttribute("value"));

        Dispatcher.Mend<CompleteTaskCommand>();
        page.Press("Xác nhận").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã hoàn thành bước này", page.Words(".os-notice[role=status]"), StringComparison.Ordinal));
        var commands = Dispatcher.Sent.OfType<CompleteTaskCommand>().ToArray();
        Assert.Equal(2, commands.Length);
        Assert.Single(commands.Select(c => c.CommandId).Distinct());
    }

    [Fact]
    public async Task Approve_AfterAColleague_SaysWhoAndKeepsWhatWasTyped()
    {
        var (task, officer) = await OpenTaskAsync();
        var page = Show(officer, task);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=group] button")));
        page.Find("textarea[name=Comment]").Change("Ý kiến viết dở");
        page.Press("Trình Chủ tịch UBND cấp xã").Click();

        await office.CompleteAsync(await office.OpenTaskAsync(dossier), office.Organisation.Hire("xa", "officer", "Đồng nghiệp Lan"));

        page.WaitForAssertion(() => Assert.Contains("Việc này đã được Đồng nghiệp Lan xử lý", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Equal("Ý kiến viết dở", page.Find("textarea[name=Comment]").GetAttribute("value"));
        Assert.True(page.Find("textarea[name=Comment]").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("[role=group] button"));
    }

    [Fact]
    public async Task Approve_Done_LeavesNothingToPressTwice()
    {
        var (task, officer) = await OpenTaskAsync();
        var page = Show(officer, task);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=group] button")));
        page.Press("Trình Chủ tịch UBND cấp xã").Click();

        page.Press("Xác nhận").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã hoàn thành bước này", page.Words(".os-notice[role=status]"), StringComparison.Ordinal));
        Assert.Contains("Ký tờ trình gửi cấp huyện", page.Words(".os-notice[role=status]"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("textarea, [role=group] button"));
        Assert.Equal("/viec", page.Press("Làm việc tiếp theo").GetAttribute("href"));
    }

    private Guid dossier;

    private async Task<(Guid Task, Caller Officer)> OpenTaskAsync()
    {
        dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        return (task.Id, office.HolderOf(task));
    }

    private IRenderedComponent<ReadTaskPage> Show(Caller reader, Guid task) => Open<ReadTaskPage>(reader, $"/viec/{task}", p => p.Add(x => x.TaskId, task));
}
