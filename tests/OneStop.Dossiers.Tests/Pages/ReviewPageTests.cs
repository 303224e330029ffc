using Bunit;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Dossiers.Features.RefuseDossier;
using OneStop.Dossiers.Features.ReviewDossier;
using OneStop.Dossiers.Tests.Desk;
using OneStop.TestKit.Pages;

namespace OneStop.Dossiers.Tests.Pages;

public sealed class ReviewPageTests(DeskSystem system) : PageTest(system), IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Review_WhileItIsRead_ShowsThatItIsComing()
    {
        var id = await system.FileAsync();
        var gate = Dispatcher.Hold<ReviewDossier>();

        var page = Show(id);

        Assert.NotNull(page.Find(".os-skeleton"));
        Assert.Empty(page.FindAll("h1, input"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Trợ cấp xã hội hàng tháng", page.Words("h1")));
    }

    [Fact]
    public void Review_OfNoDossier_SaysSoAndLeadsBack()
    {
        var page = Show(Guid.NewGuid());

        page.WaitForAssertion(() => Assert.Equal("Không mở được hồ sơ", page.Words("h1")));
        Assert.Equal("/tiep-nhan", page.Press("Về danh sách tiếp nhận").GetAttribute("href"));
    }

    [Fact]
    public async Task Accept_WithAPaperFoundMissing_IsRefusedAndKeepsTheFindings()
    {
        var id = await system.FileAsync();
        var page = await ShownAsync(id);
        page.Find("input[name=Paper0][value=Missing]").Change("Missing");
        page.WaitForAssertion(() => page.Find("textarea[name=Paper0Note]"));
        page.Find("textarea[name=Paper0Note]").Change("Thiếu trang thứ hai");
        page.Find("input[name=Decision][value=accept]").Change("accept");

        page.Press("Tiếp nhận và cấp mã hồ sơ").Click();

        page.WaitForAssertion(() => Assert.Contains("Còn giấy tờ thiếu hoặc sai nên chưa thể tiếp nhận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.True(page.Find("input[name=Paper0][value=Missing]").HasAttribute("checked"));
        Assert.Equal("Thiếu trang thứ hai", page.Find("textarea[name=Paper0Note]").GetAttribute("value"));
        Assert.Null((await system.ReadAsync(id)).AcceptedAt);
    }

    [Fact]
    public async Task Accept_OfAProcedureWithTermsByCase_AsksForTheTermAndShowsItsDateFirst()
    {
        var id = await system.FileAsync(of: FakeCatalogue.WithoutTerm[(int)TermGapKind.ByCase]);
        var page = await ShownAsync(id);
        page.Press("Đánh dấu").Click();
        page.Find("input[name=Decision][value=accept]").Change("accept");
        page.WaitForAssertion(() => Assert.Contains("Theo từng trường hợp", page.Words(".os-confirm"), StringComparison.Ordinal));
        page.Find("input[name=TermAmount]").Change("-3");
        page.Find("input[name=TermBasis]").Change("Cấp lại do bị mất");
        page.Press("Tiếp nhận và cấp mã hồ sơ").Click();
        page.WaitForAssertion(() => Assert.Contains("Thời hạn phải là số không âm", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal(("-3", "Cấp lại do bị mất"), (page.Find("input[name=TermAmount]").GetAttribute("value"), page.Find("input[name=TermBasis]").GetAttribute("value")));

        page.Find("input[name=TermAmount]").Change("3");
        page.WaitForAssertion(() => Assert.Contains("hẹn trả kết quả lúc", page.Words(".os-confirm__consequence"), StringComparison.Ordinal));
        page.Press("Tiếp nhận và cấp mã hồ sơ").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã tiếp nhận", page.Words(".os-notice--done"), StringComparison.Ordinal));
        Assert.Equal(system.Clock.Now.AddDays(3), (await system.ReadAsync(id)).DueAt);
    }

    [Fact]
    public async Task Supplement_AfterAPaperWasFoundMissing_ProposesTheLineWithTheNote()
    {
        var page = await ShownAsync(await system.FileAsync());
        page.Find("input[name=Paper0][value=Missing]").Change("Missing");
        page.WaitForAssertion(() => page.Find("textarea[name=Paper0Note]"));
        page.Find("textarea[name=Paper0Note]").Change("thiếu chữ ký");

        page.Find("input[name=Decision][value=supplement]").Change("supplement");

        page.WaitForAssertion(() => Assert.Equal("Bổ sung: Tờ khai đề nghị trợ giúp xã hội (thiếu chữ ký)", page.Find("textarea[name=Items]").GetAttribute("value")));
        page.Find("input[name=AnswerBy]").Change("không phải ngày");
        page.Press("Gửi yêu cầu bổ sung").Click();
        page.WaitForAssertion(() => Assert.Contains(page.AllWords(".os-error-summary a"), w => w.Contains("chưa đúng dạng ngày/tháng/năm", StringComparison.Ordinal)));
        Assert.Equal("không phải ngày", page.Find("input[name=AnswerBy]").GetAttribute("value"));
    }

    [Fact]
    public async Task Refuse_AfterASecondClerkDecided_IsNotSavedAndNothingTypedIsLost()
    {
        var id = await system.FileAsync();
        var page = await ShownAsync(id);
        page.Find("input[name=Decision][value=refuse]").Change("refuse");
        page.WaitForAssertion(() => page.Find("textarea[name=Reason]"));
        page.Find("select[name=RefusalKind]").Change(RefusalKinds.All[0]);
        page.Find("textarea[name=Reason]").Change("Không thuộc thẩm quyền của phường");
        await system.AcceptAsync(id);

        page.Press("Từ chối tiếp nhận").Click();

        page.WaitForAssertion(() => Assert.Contains("Đồng nghiệp vừa thay đổi hồ sơ này", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Equal("Không thuộc thẩm quyền của phường", page.Find("textarea[name=Reason]").GetAttribute("value"));
        Assert.Equal(DossierStage.Accepted, (await system.ReadAsync(id)).Stage);

        page.Press("Đọc lại hồ sơ").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")));
        Assert.Empty(page.FindAll("input[name=Decision]"));
    }

    [Fact]
    public async Task Refuse_WhenTheDatabaseIsBusy_SaysTryAgainAndKeepsTheReason()
    {
        var page = await ShownAsync(await system.FileAsync());
        page.Find("input[name=Decision][value=refuse]").Change("refuse");
        page.WaitForAssertion(() => page.Find("textarea[name=Reason]"));
        page.Find("textarea[name=Reason]").Change("Hồ sơ giả mạo");
        Dispatcher.BreakDown<RefuseDossier>();

        page.Press("Từ chối tiếp nhận").Click();

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal("Hồ sơ giả mạo", page.Find("textarea[name=Reason]").GetAttribute("value"));
    }

    [Fact]
    public async Task Accept_OfACompleteDossier_GivesTheNumberThePaperToPrintAndNothingMoreToDecide()
    {
        var id = await system.FileAsync();
        var page = await ShownAsync(id);
        page.Press("Đánh dấu theo tệp đã nộp").Click();
        page.WaitForAssertion(() => Assert.True(page.Find("input[name=Paper0][value=Complete]").HasAttribute("checked")));
        page.Find("input[name=Decision][value=accept]").Change("accept");

        page.Press("Tiếp nhận và cấp mã hồ sơ").Click();

        page.WaitForAssertion(() => Assert.Contains("Đã tiếp nhận. Mã hồ sơ: H26.1.1-", page.Words(".os-notice[role=status]"), StringComparison.Ordinal));
        Assert.Contains("mau-01", page.Press("In Giấy tiếp nhận").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[name=Decision], input[name=Paper0]"));
        Assert.Single(Dispatcher.Sent.OfType<AcceptDossier>());
    }

    private IRenderedComponent<ReviewDossierPage> Show(Guid id) => Open<ReviewDossierPage>(system.Clerk, $"/tiep-nhan/{id}", p => p.Add(x => x.Id, id));

    private async Task<IRenderedComponent<ReviewDossierPage>> ShownAsync(Guid id)
    {
        var page = Show(id);
        await page.WaitForAssertionAsync(() => page.Find("input[name=Decision]"));
        return page;
    }
}
