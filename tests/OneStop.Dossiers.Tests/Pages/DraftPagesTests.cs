using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AnswerSupplement;
using OneStop.Dossiers.Features.ChooseReceiver;
using OneStop.Dossiers.Features.ListMyDossiers;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Features.SaveSection;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Dossiers.Tests.Citizen;
using OneStop.Dossiers.Tests.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Http;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Dossiers.Tests.Pages;

public sealed class DraftPagesTests : PageTest, IClassFixture<CitizenSystem>
{
    private readonly CitizenSystem system;
    private readonly GivenBack kept = new();

    public DraftPagesTests(CitizenSystem system)
        : base(system)
    {
        this.system = system;
        Services.AddSingleton<IKeptForms>(kept);
    }

    [Fact]
    public async Task Section_WithWrongAnswers_NamesThemOnTopAndAtTheFieldAndKeepsThem()
    {
        var id = await system.StartAsync();
        Type("child_name", "");
        Type("child_birth_date", "31/02/2026");
        Type("note", "Ghi chú đã viết");
        var page = ShowSection(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".os-error-summary a").Count));
        Assert.EndsWith("#f-child-name", page.FindAll(".os-error-summary a")[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".os-field--error .os-field-error").Count);
        Assert.Equal("true", page.Find("input[name=child_birth_date]").GetAttribute("aria-invalid"));
        Assert.Equal("31/02/2026", page.Find("input[name=child_birth_date]").GetAttribute("value"));
        Assert.Equal("Ghi chú đã viết", page.Find("textarea[name=note]").GetAttribute("value"));
        Assert.Equal(SectionAddress(id), Address);
    }

    [Fact]
    public async Task Section_FilledIn_GoesOn()
    {
        var id = await system.StartAsync();
        Type("child_name", "Nguyễn Minh An");
        Type("child_birth_date", "02/03/2026");
        var page = ShowSection(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.NotEqual(SectionAddress(id), Address));
    }

    [Fact]
    public async Task Section_WhenTheDatabaseIsBusy_SaysTryAgainAndKeepsWhatWasTyped()
    {
        var id = await system.StartAsync();
        Type("child_name", "Nguyễn Minh An");
        var page = ShowSection(id);
        Dispatcher.BreakDown<SaveSection>();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words(".os-error-summary"), StringComparison.Ordinal));
        Assert.Equal("Nguyễn Minh An", page.Find("input[name=child_name]").GetAttribute("value"));
    }

    [Fact]
    public async Task Section_TypedWhenTheSessionEnded_IsGivenBackAndStored()
    {
        var id = await system.StartAsync();
        kept.Fields = new Dictionary<string, string> { ["child_name"] = "Lê Văn Còn Nguyên", ["child_birth_date"] = "02/03/2026" };

        var page = ShowSection(id);

        page.WaitForAssertion(() => Assert.Contains("đã được giữ lại", page.Words(".os-notice[role=status]"), StringComparison.Ordinal));
        Assert.Equal("Lê Văn Còn Nguyên", page.Find("input[name=child_name]").GetAttribute("value"));
        Assert.Equal("Lê Văn Còn Nguyên", (await system.DraftAsync(id)).Find("child")!.Values["child_name"]);
    }

    [Fact]
    public async Task Draft_WhileItIsRead_ShowsNothingHalf_ThenItsPartsAndHowFarEachIs()
    {
        var id = await system.StartAsync();
        var gate = Dispatcher.Hold<ReadDraft>();

        var page = ShowDraft(id);

        Assert.Empty(page.Markup.Trim());
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Đăng ký khai sinh", page.Words("h1")));
        Assert.Contains(page.AllWords(".os-task"), w => w.Contains("Còn thiếu 1 giấy tờ", StringComparison.Ordinal));
        Assert.Equal($"/ho-so/{id}/noi-nop", page.Press("Đổi nơi nộp").GetAttribute("href"));
    }

    [Fact]
    public async Task Draft_ThatCannotBeReadForNow_IsNotCalledMissing()
    {
        var id = await system.StartAsync();
        Dispatcher.BreakDown<ReadDraft>();

        Assert.ThrowsAny<UnavailableException>(() => ShowDraft(id));
    }

    [Fact]
    public async Task Papers_EachHaveTheirOwnFormAndAFailureStandsAtItsPaper()
    {
        var id = await system.StartAsync();
        Assert.True((await system.UploadAsync(id, "chung-sinh", Samples.Jpeg, "chứng sinh.jpg")).IsSuccess);

        var page = Open<PapersPage>(system.Citizen, $"/ho-so/{id}/giay-to?loi=upload.disguised&muc=uy-quyen", p => p.Add(x => x.Id, id));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("form[enctype='multipart/form-data']").Count));
        Assert.Contains("chứng sinh.jpg", page.Words("#giay-to-chung-sinh"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#giay-to-chung-sinh .os-field-error"));
        Assert.Contains("Đuôi tên tệp không khớp", page.Words("#giay-to-uy-quyen .os-field-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supplement_WithNothingAdded_SaysWhatIsMissing_AndAMessageSendsIt()
    {
        var id = await system.SentAsync();
        await system.ChangeAsync(id, d => d.AskSupplement(DossierBuilder.Ask, DossierBuilder.Clerk, system.Clock.Now).IsSuccess);
        var page = ShowSupplement(id);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-notice li")));
        var form = page.FindAll("form")[^1];

        form.Submit();

        page.WaitForAssertion(() => Assert.Contains("Bạn chưa tải thêm tệp và chưa ghi lời nhắn", page.Words(".os-error-summary"), StringComparison.Ordinal));

        Type("Answer", "Đã chụp lại cho rõ");
        page = ShowSupplement(id);
        page.WaitForAssertion(() => Assert.Equal("Đã chụp lại cho rõ", page.Find("textarea[name=Answer]").GetAttribute("value")));
        page.FindAll("form")[^1].Submit();
        page.WaitForAssertion(() => Assert.Equal($"/ho-so/{id}", Address));
        Assert.Equal(DossierStage.AwaitingReceptionAgain, (await system.RowAsync(id)).Stage);
    }

    [Fact]
    public async Task Place_ForWhichNobodyIsCompetent_IsSaidAtTheFieldAndNothingChanges()
    {
        var id = await system.StartAsync();
        Type("PlaceCode", FilingOrganisation.Orphaned);
        var page = ShowPlace(id);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Chưa có cơ quan nào tại nơi bạn chọn có thẩm quyền", page.Words(".os-error-summary a"), StringComparison.Ordinal));
        Assert.Equal("true", page.Find("select[name=PlaceCode]").GetAttribute("aria-invalid"));
        Assert.True(page.Find($"option[value='{FilingOrganisation.Orphaned}']").HasAttribute("selected"));
        Assert.Equal(FilingOrganisation.Competent, (await system.RowAsync(id)).PlaceCode);
    }

    [Fact]
    public async Task Place_Changed_KeepsAnswersAndPapers()
    {
        var id = await system.CompleteAsync();
        Type("PlaceCode", FilingOrganisation.Other);
        var page = ShowPlace(id);
        Assert.Equal(["Quận Ba Đình", "Quận Hoàn Kiếm"], page.FindAll("optgroup").Select(g => g.GetAttribute("label")));

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal($"/ho-so/{id}/soan", Address));
        var row = await system.RowAsync(id);
        Assert.Equal((FilingOrganisation.Other, "Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội", "Ủy ban nhân dân Phường Trúc Bạch"), (row.PlaceCode, row.PlaceName, row.ReceivingAgencyName));
        Assert.True((await system.DraftAsync(id)).IsComplete);
    }

    [Fact]
    public void Dossiers_WithNone_SayWhereToBegin()
    {
        var page = Open<MyDossiersPage>(TestCallers.Citizen(), "/ho-so?xem=ban-nhap");

        page.WaitForAssertion(() => Assert.Equal("Không có bản nháp nào", page.Words(".os-empty h2")));
        Assert.Equal("/thu-tuc", page.Press("Tìm thủ tục").GetAttribute("href"));
    }

    [Fact]
    public async Task Dossiers_ListDraftsWithWhatCanBeDoneToThem()
    {
        var id = await system.StartAsync();

        var page = Open<MyDossiersPage>(system.Citizen, "/ho-so?xem=ban-nhap");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".dossiers > *")));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == $"/ho-so/{id}/soan" && a.Words() == "Làm tiếp");
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == $"/ho-so/{id}/xoa");
    }

    [Fact]
    public void Dossiers_ThatCannotBeRead_SaySoInsteadOfShowingNothing()
    {
        Dispatcher.BreakDown<ListMyDossiers>();

        var page = Open<MyDossiersPage>(system.Citizen, "/ho-so");

        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".os-empty"));
    }

    [Fact]
    public void Dossiers_InEnglish_AreEnglish()
    {
        Speak("en");

        var page = Open<MyDossiersPage>(TestCallers.Citizen(), "/ho-so");

        page.WaitForAssertion(() => Assert.Equal("My dossiers", page.Words("h1")));
        Assert.DoesNotContain("hồ sơ", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    private static string SectionAddress(Guid id) => $"/ho-so/{id}/soan/child";

    private IRenderedComponent<SectionPage> ShowSection(Guid id) =>
        Open<SectionPage>(system.Citizen, SectionAddress(id), p => p.Add(x => x.Id, id).Add(x => x.Section, "child"));

    private IRenderedComponent<DraftTasksPage> ShowDraft(Guid id) => Open<DraftTasksPage>(system.Citizen, $"/ho-so/{id}/soan", p => p.Add(x => x.Id, id));

    private IRenderedComponent<SupplementPage> ShowSupplement(Guid id) => Open<SupplementPage>(system.Citizen, $"/ho-so/{id}/bo-sung", p => p.Add(x => x.Id, id));

    private IRenderedComponent<ChooseReceiverPage> ShowPlace(Guid id)
    {
        var page = Open<ChooseReceiverPage>(system.Citizen, $"/ho-so/{id}/noi-nop", p => p.Add(x => x.Id, id));
        page.WaitForAssertion(() => page.Find("select[name=PlaceCode]"));
        return page;
    }
}
