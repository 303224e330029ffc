using Bunit;
using OneStop.Dossiers.Features.ListReception;
using OneStop.Dossiers.Tests.Desk;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Dossiers.Tests.Pages;

public sealed class ReceptionPageTests(DeskSystem system) : PageTest(system), IClassFixture<DeskSystem>
{
    // A desk of which nobody has heard.
    private static readonly TestPlace Elsewhere = new(Guid.Parse("00000000-0000-7000-8000-00000000ee01"), "/H26/H26.9/H26.9.9/");

    [Fact]
    public void Queue_WhileItIsRead_ShowsThatItIsComingThenSaysItIsEmpty()
    {
        var gate = Dispatcher.Hold<ListReception>();

        var page = Open<ListReceptionPage>(TestCallers.DeskClerk(Elsewhere), "/tiep-nhan");

        Assert.NotNull(page.Find(".os-skeleton[role=status]"));
        Assert.Empty(page.FindAll("table, .os-empty, nav"));
        gate.SetResult();
        page.WaitForAssertion(() => Assert.Equal("Không có hồ sơ nào trong nhóm này", page.Words(".os-empty h2")));
        Assert.Empty(page.FindAll(".os-skeleton"));
    }

    [Fact]
    public async Task Queue_WithDossiers_ShowsThemAndNewOnesByThemselves()
    {
        await system.FileAsync(applicant: "Trịnh Văn Trước");
        var page = Open<ListReceptionPage>(system.Clerk, "/tiep-nhan");
        page.WaitForAssertion(() => Assert.Contains(page.AllWords("tbody tr"), r => r.Contains("Trịnh Văn Trước", StringComparison.Ordinal)));
        Assert.Equal("Chờ tiếp nhận", page.Words("h2"));

        var accepted = await system.FileAsync(applicant: "Trịnh Văn Sau");
        await system.AcceptAsync(accepted);

        Assert.DoesNotContain("Trịnh Văn Sau", page.Markup, StringComparison.Ordinal);
        await system.AcceptAsync(await system.FileAsync(applicant: "Trịnh Văn Nữa"));
        page.WaitForAssertion(() => Assert.DoesNotContain(page.AllWords("tbody tr"), r => r.Contains("Trịnh Văn Nữa", StringComparison.Ordinal)));
        Assert.Contains(page.AllWords("tbody tr"), r => r.Contains("Trịnh Văn Trước", StringComparison.Ordinal));
    }

    [Fact]
    public void Queue_ThatCannotBeRead_SaysSoAndReadsAgainWhenAsked()
    {
        Dispatcher.BreakDown<ListReception>();
        var page = Open<ListReceptionPage>(system.Clerk, "/tiep-nhan");
        page.WaitForAssertion(() => Assert.Contains("Hệ thống đang bận", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".os-skeleton, table"));

        Dispatcher.Mend<ListReception>();
        page.Press("Tải lại").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert]")));
        Assert.NotEmpty(page.FindAll("nav a"));
    }

    [Fact]
    public void Queue_SearchedInVain_KeepsTheWordsAndOffersToDropThem()
    {
        var page = Open<ListReceptionPage>(system.Clerk, "/tiep-nhan?muc=xin-rut&q=kh%C3%B4ng%20c%C3%B3%20ai");

        page.WaitForAssertion(() => Assert.Equal("Không tìm thấy hồ sơ", page.Words(".os-empty h2")));
        Assert.Equal("không có ai", page.Find("input[type=search]").GetAttribute("value"));
        Assert.Equal("Tìm: không có ai", page.Words(".os-chip"));
        Assert.Equal("/tiep-nhan?muc=xin-rut", page.Find(".os-chip").GetAttribute("href"));
    }

    [Fact]
    public void Queue_InEnglish_IsEnglish()
    {
        Speak("en");

        var page = Open<ListReceptionPage>(TestCallers.DeskClerk(Elsewhere), "/tiep-nhan");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".os-empty")));
        Assert.DoesNotContain("hồ sơ", page.Markup, StringComparison.OrdinalIgnoreCase);
    }
}
