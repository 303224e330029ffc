using Bunit;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.DelegateTask;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;
using OneStop.UI;

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
    public async Task Task_ThatTheReaderCannotDo_SaysWhoCan()
    {
        var (task, officer) = await OpenTaskAsync();
        var head = office.Organisation.Hire("xa", "agency_leader", "Lãnh đạo phường");

        var nobodys = Show(head, task);
        nobodys.WaitForAssertion(() => Assert.Contains("việc này chờ người được phân công ở", nobodys.Words("section[aria-labelledby=quyet-dinh]"), StringComparison.Ordinal));
        await office.DoAs(officer, new ClaimTaskCommand(task));

        nobodys.WaitForAssertion(() => Assert.Contains($"{officer.Name} đang xử lý việc này", nobodys.Words("section[aria-labelledby=quyet-dinh]"), StringComparison.Ordinal));
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
        Assert.Empty(page.FindAll("section[aria-labelledby=quyet-dinh], textarea[name=Comment], [role=group] button"));
        Assert.Equal("/viec", page.Press("Làm việc tiếp theo").GetAttribute("href"));
    }

    [Fact]
    public async Task Delegate_FromThePage_AndTheColleagueWhoPreparesHandsItBack()
    {
        var (task, owner) = await OpenTaskAsync();
        var colleague = office.Organisation.Hire("xa", "officer", "Đồng nghiệp Thảo");
        var page = Show(owner, task);
        page.WaitForAssertion(() => Assert.NotNull(page.Find("select[name=DelegateTo]")));

        page.Press("Giao làm thay").Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("select[name=DelegateTo]").GetAttribute("aria-invalid")));
        page.Find("select[name=DelegateTo]").Change(colleague.Id.ToString());
        page.Find("input[name=MayFinish][value=false]").Change("false");
        page.Press("Giao làm thay").Click();
        page.WaitForAssertion(() => Assert.Contains("Đã giao làm thay", page.Words(".os-notice--done[role=status]"), StringComparison.Ordinal));

        var theirs = Show(colleague, task);
        theirs.WaitForAssertion(() => Assert.Equal([$"Đã chuẩn bị xong, trả lại {owner.Name}"], theirs.AllWords("[role=group] button")));
        theirs.Find("textarea[name=Comment]").Change("Đã kiểm tra đủ");
        theirs.Press("Đã chuẩn bị xong").Click();
        theirs.WaitForAssertion(() => Assert.Contains("Đã trả lại người giao", theirs.Words(".os-notice--done[role=status]"), StringComparison.Ordinal));

        var back = Show(owner, task);
        back.WaitForAssertion(() => Assert.Equal("Đã kiểm tra đủ", back.Find("textarea[name=Comment]").GetAttribute("value")));
        Assert.Contains("Trình Chủ tịch UBND cấp xã", back.AllWords("[role=group] button"));
    }

    [Fact]
    public async Task Delegated_ToTheOwner_OffersToTakeItBackAndThenTheButtonsAgain()
    {
        var (task, owner) = await OpenTaskAsync();
        var colleague = office.Organisation.Hire("xa", "officer", "Đồng nghiệp Thảo");
        await office.DoAs(owner, new DelegateTaskCommand(task, Guid.NewGuid(), colleague.Id, true));
        var page = Show(owner, task);
        page.WaitForAssertion(() => Assert.Contains("giao cho Đồng nghiệp Thảo làm thay", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[role=group] button"));

        page.Press("Lấy lại việc").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=group] button")));
    }

    [Fact]
    public async Task Desk_RemindsNotesAndShowsWhoHasOpenedTheTask()
    {
        var (task, officer) = await OpenTaskAsync();
        var page = Show(officer, task);
        page.WaitForAssertion(() => Assert.Contains("Ai đã mở việc này (1)", page.Markup, StringComparison.Ordinal));

        page.Find("input[name=Day]").Change("31/02/2026");
        page.Press("Đặt lịch nhắc").Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("input[name=Day]").GetAttribute("aria-invalid")));
        Assert.Equal("31/02/2026", page.Find("input[name=Day]").GetAttribute("value"));
        page.Find("input[name=Day]").Change(DateText.Write(office.Clock.Now.VietnamDate().AddDays(3))!);
        page.Press("Đặt lịch nhắc").Click();
        page.WaitForAssertion(() => Assert.Contains("Sẽ nhắc bạn ngày", page.Markup, StringComparison.Ordinal));

        page.Find("textarea[name=Text]").Change("Đã hẹn người nộp");
        page.Press("Lưu ghi chú").Click();
        page.WaitForAssertion(() => Assert.Equal("Đã hẹn người nộp", page.Words(".os-notes__text")));
        page.Press("Bỏ lịch nhắc").Click();
        page.WaitForAssertion(() => Assert.DoesNotContain("Sẽ nhắc bạn ngày", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apology_LainPastItsDay_ProposesAnotherAndRefusesAPassedOneAtItsFieldKeepingWhatWasTyped()
    {
        var leader = office.Organisation.Hire(Levels.Commune, Roles.AgencyLeader, "Chủ tịch");
        var task = await OpenApologyAsync("04/03/2026");
        office.Dossiers.Anew[StepFields.NewDueDay] = "25/03/2026";
        var page = Show(leader, task);
        page.WaitForAssertion(() => Assert.Equal("25/03/2026", page.Find($"input[name={StepFields.NewDueDay}]").GetAttribute("value")));
        page.Find($"textarea[name={StepFields.ApologyReason}]").Change("Chưa có kết quả xác minh của Công an phường");
        page.Find($"input[name={StepFields.NewDueDay}]").Change("02/03/2026");
        office.Dossiers.Check = Error.Invalid("apology.not_after_now", StepFields.NewDueDay);

        page.Find("[role=group] button").Click();
        page.Find(".os-confirm button").Click();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find($"input[name={StepFields.NewDueDay}]").GetAttribute("aria-invalid")));
        Assert.Equal($"#f-{StepFields.NewDueDay}", new Uri(new Uri("http://localhost"), page.Find(".os-error-summary a").GetAttribute("href")!).Fragment);
        Assert.Equal("02/03/2026", page.Find($"input[name={StepFields.NewDueDay}]").GetAttribute("value"));
        Assert.Equal("Chưa có kết quả xác minh của Công an phường", page.Find($"textarea[name={StepFields.ApologyReason}]").GetAttribute("value"));
        Assert.Empty(await office.RaisedAsync<MatterStepCompleted>());

        office.Dossiers.Check = Done.Value;
        page.Find($"input[name={StepFields.NewDueDay}]").Change("26/03/2026");
        page.Find(".os-confirm button").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-notice--done[role=status]")));
        Assert.Equal("26/03/2026", Assert.Single(await office.RaisedAsync<MatterStepCompleted>()).Fields[StepFields.NewDueDay]);
    }

    private Guid dossier;

    private async Task<Guid> OpenApologyAsync(string proposed)
    {
        dossier = await office.AcceptAsync();
        await office.RaiseAsync(new MatterOpened(
            dossier, Guid.NewGuid(), Matters.Apology, TestCallers.Ward.AgencyId, new Dictionary<string, string> { [StepFields.NewDueDay] = proposed, [StepFields.NewDueTime] = "16:30" }, office.Clock.Now));
        await office.DeliverEventsAsync();
        return Assert.Single(await office.TasksAsync(dossier), t => t.Element == "ky_xin_loi").Id;
    }

    private async Task<(Guid Task, Caller Officer)> OpenTaskAsync()
    {
        dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        return (task.Id, office.HolderOf(task));
    }

    private IRenderedComponent<ReadTaskPage> Show(Caller reader, Guid task) => Open<ReadTaskPage>(reader, $"/viec/{task}", p => p.Add(x => x.TaskId, task));
}
