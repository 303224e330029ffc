using Bunit;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskOpinions;
using OneStop.Approvals.Features.PreviewDue;
using OneStop.Approvals.Features.ReadAskingForm;
using OneStop.Approvals.Features.ReadConsultation;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Tests.Office;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Approvals.Tests.Pages;

public sealed class ConsultationPagesTests(ApprovalsOffice office) : PageTest(office), IClassFixture<ApprovalsOffice>
{
    [Fact]
    public async Task Ask_WithMistakes_NamesEachFieldKeepsWhatWasTypedAndThenSends()
    {
        office.Organisation.Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        var (dossier, task, officer) = await OpenTaskAsync();
        var page = Open<AskOpinionsPage>(officer, ApprovalsUrls.AskOpinionsOf(task.Id), p => p.Add(x => x.TaskId, task.Id));
        page.WaitForAssertion(() => Assert.Equal("Lấy ý kiến", page.Words("h1")));

        page.Press("Gửi lấy ý kiến").Click();
        page.WaitForAssertion(() => Assert.Contains("Hãy chọn ít nhất một cơ quan, đơn vị để lấy ý kiến.", page.AllWords(".os-error-summary a")));
        page.Find("input[type=search]").Change("do thi");
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".os-consult__found li").Count));
        page.FindAll(".os-consult__found button")[1].Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("section.os-consult__body")));
        page.Find("input[name='Bodies[0].WorkingDays']").Change("3");
        page.Press("Gửi lấy ý kiến").Click();
        page.WaitForAssertion(() => Assert.Contains("Hãy viết nội dung cần lấy ý kiến.", page.AllWords(".os-error-summary a")));
        Assert.Equal("3", page.Find("input[name='Bodies[0].WorkingDays']").GetAttribute("value"));

        page.Find("textarea[name='Bodies[0].Questions']").Change("Có phù hợp quy hoạch không?");
        page.Find("input[name='Bodies[0].Part'][value=Decides]").Change(true);
        page.Press("Gửi lấy ý kiến").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã gửi lấy ý kiến 1 cơ quan, đơn vị", page.Markup, StringComparison.Ordinal));
        Assert.Single(await office.TasksAsync(dossier), t => t.ConsultationId is not null);
    }

    [Fact]
    public async Task Body_SeesItsQuestionAndNotTheDossier_AndTheAskerSeesWhoIsAwaited()
    {
        var body = office.Organisation.Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        var (dossier, task, officer) = await OpenTaskAsync();
        await office.DoAs(officer, new AskOpinionsCommand(task.Id, Guid.NewGuid(), [new AskedBody(
            TestCallers.District.AgencyId, FakeOrganisation.DistrictDepartment, ConsultationPart.Decides, "Có phù hợp quy hoạch không?", 5, SilenceRule.Escalates, null, false, [])]));
        var asked = (await office.TasksAsync(dossier)).Single(t => t.ConsultationId is not null);

        var sheet = Open<ReadTaskPage>(body, ApprovalsUrls.TaskOf(asked.Id), p => p.Add(x => x.TaskId, asked.Id));
        sheet.WaitForAssertion(() => Assert.Contains("Có phù hợp quy hoạch không?", sheet.Markup, StringComparison.Ordinal));
        Assert.Contains("Không đồng ý", sheet.AllWords("[role=group] button"));
        Assert.DoesNotContain("Nguyễn Thị Hoa", sheet.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", sheet.Markup, StringComparison.Ordinal);

        var page = Open<ReadTaskPage>(officer, ApprovalsUrls.TaskOf(task.Id), p => p.Add(x => x.TaskId, task.Id));
        page.WaitForAssertion(() => Assert.Contains("Đang chờ ý kiến", page.AllWords(".os-consult__body .os-tag"), StringComparer.Ordinal));
        page.FindAll(".os-consult__body button").Single(b => b.TextContent.Contains("Rút yêu cầu", StringComparison.Ordinal)).Click();
        page.WaitForElement(".os-confirm button").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-confirm .os-field-error")));
    }

    [Fact]
    public async Task Ask_LeftHalfWritten_IsFoundAgain()
    {
        office.Organisation.Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        var (_, task, officer) = await OpenTaskAsync();
        var page = Open<AskOpinionsPage>(officer, ApprovalsUrls.AskOpinionsOf(task.Id), p => p.Add(x => x.TaskId, task.Id));
        page.WaitForAssertion(() => page.Find("input[type=search]").Change("do thi"));
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".os-consult__found li").Count));
        page.FindAll(".os-consult__found button")[1].Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("section.os-consult__body")));
        page.Find("textarea[name='Bodies[0].Questions']").Input("Có phù hợp quy hoạch không?");
        page.Find("input[name='Bodies[0].Part'][value=Informs]").Change(true);
        page.WaitForAssertion(() => Assert.Contains("Đang lưu", page.Words(".os-autosave"), StringComparison.Ordinal));
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("Đã lưu", page.Words(".os-autosave"), StringComparison.Ordinal));

        var again = Open<AskOpinionsPage>(officer, ApprovalsUrls.AskOpinionsOf(task.Id), p => p.Add(x => x.TaskId, task.Id));

        again.WaitForAssertion(() => Assert.Equal("Có phù hợp quy hoạch không?", again.Find("textarea[name='Bodies[0].Questions']").GetAttribute("value") ?? again.Find("textarea[name='Bodies[0].Questions']").TextContent));
        Assert.True(again.Find("input[name='Bodies[0].Part'][value=Informs]").HasAttribute("checked"));
    }

    [Fact]
    public async Task Consultation_OfSomebodyElse_IsNotShown()
    {
        var stranger = office.Organisation.Hire(Levels.Province, Roles.Officer, "Người lạ");

        var page = Open<ConsultationPage>(stranger, ApprovalsUrls.ConsultationOf(Guid.NewGuid()), p => p.Add(x => x.ConsultationId, Guid.NewGuid()));

        page.WaitForAssertion(() => Assert.Contains("Không tìm thấy lượt lấy ý kiến", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.True((await office.SendAs(stranger, new ReadConsultationQuery(Guid.NewGuid()))).IsFailure);
        Assert.True((await office.SendAs(stranger, new ReadAskingFormQuery(Guid.NewGuid()))).IsFailure);
        Assert.Equal(ConsultationErrors.DaysOutOfRange, (await office.SendAs(stranger, new PreviewDueQuery(TestCallers.City.AgencyId, 61))).Error.Code);
    }

    [Fact]
    public async Task Silence_AndWhatComesAfterwards_AreSaidToBothSides()
    {
        var body = office.Organisation.Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        var (dossier, task, officer) = await OpenTaskAsync();
        await office.DoAs(officer, new AskOpinionsCommand(task.Id, Guid.NewGuid(), [new AskedBody(
            TestCallers.District.AgencyId, FakeOrganisation.DistrictDepartment, ConsultationPart.Informs, "Có bản đồ không?", 1, SilenceRule.Escalates, null, false, [])]));
        var asked = (await office.TasksAsync(dossier)).Single(t => t.ConsultationId is not null);
        office.Clock.Advance(TimeSpan.FromDays(4));
        for (var i = 0; i < 4; i++)
            await office.RunDueJobsAsync();

        var panel = Open<ReadTaskPage>(officer, ApprovalsUrls.TaskOf(task.Id), p => p.Add(x => x.TaskId, task.Id));
        panel.WaitForAssertion(() => Assert.Contains("Đã ghi nhận im lặng từ", panel.Words(".os-consult__body"), StringComparison.Ordinal));
        Assert.Contains("Đổi lịch về sau không xóa việc này", panel.Words(".os-consult__body"), StringComparison.Ordinal);
        await office.CompleteOpenAsync(dossier, task.Element);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        var sheet = Open<ReadTaskPage>(body, ApprovalsUrls.TaskOf(asked.Id), p => p.Add(x => x.TaskId, asked.Id));
        sheet.WaitForAssertion(() => Assert.Contains("Bước hỏi đã đi tiếp, không chờ ý kiến này nữa", sheet.Markup, StringComparison.Ordinal));
        Assert.True((await office.CompleteAsync(asked, body)).IsSuccess);

        panel = Open<ReadTaskPage>(officer, ApprovalsUrls.TaskOf(task.Id), p => p.Add(x => x.TaskId, task.Id));
        panel.WaitForAssertion(() => Assert.Contains("không tính vào kết quả lấy ý kiến", panel.Words(".os-consult__body"), StringComparison.Ordinal));
        Assert.Equal(["Đồng ý", "Trả lời quá hạn", "Đến sau, không tính"], panel.AllWords(".os-consult__body .os-tag"));
    }

    private async Task<(Guid Dossier, WorkTask Task, Caller Officer)> OpenTaskAsync()
    {
        var dossier = await office.AcceptAsync();
        var task = await office.OpenTaskAsync(dossier);
        return (dossier, task, office.HolderOf(task));
    }
}
