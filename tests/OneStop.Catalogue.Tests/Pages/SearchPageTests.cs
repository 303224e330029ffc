using Bunit;
using OneStop.Catalogue.Features.SearchProcedures;
using OneStop.Catalogue.Tests.Features;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Pages;

namespace OneStop.Catalogue.Tests.Pages;

public sealed class SearchPageTests(SeededCatalogue system) : PageTest(system), IClassFixture<SeededCatalogue>
{
    [Fact]
    public void Search_WithoutWords_BeginsWithLifeEventsAndCommonProcedures()
    {
        var page = Show("/thu-tuc");

        page.WaitForAssertion(() => Assert.Contains("Thủ tục nhiều người làm", page.AllWords("h2")));
        Assert.Contains("Chọn theo sự kiện trong đời sống", page.AllWords("h2"));
        Assert.Empty(page.FindAll(".os-chip, .os-empty"));
    }

    [Fact]
    public void Search_WithoutDiacritics_FindsAndSaysHowMany()
    {
        var page = Show("/thu-tuc?q=dang%20ky%20khai%20sinh");

        page.WaitForAssertion(() => Assert.StartsWith("Tìm thấy ", page.Words(".cat-count[role=status]"), StringComparison.Ordinal));
        Assert.Equal("dang ky khai sinh", page.Find("input[name=q]").GetAttribute("value"));
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/thu-tuc/1.001193");
    }

    [Fact]
    public void Search_WithoutHits_KeepsTheWordsAndSaysWhatElseToTry()
    {
        var page = Show("/thu-tuc?q=qqqzzzxxx");

        page.WaitForAssertion(() => Assert.Equal("Chưa tìm thấy thủ tục phù hợp", page.Words(".os-empty h2")));
        Assert.Equal("qqqzzzxxx", page.Find("input[name=q]").GetAttribute("value"));
        Assert.Contains("Hãy thử ít từ hơn", page.Words(".os-empty p"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".cat-count"));
    }

    [Fact]
    public void Search_Filtered_ShowsEachFilterAsAChipThatTakesItOffAlone()
    {
        var page = Show("/thu-tuc?q=qqqzzzxxx&cap=xa&truc-tuyen=1");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".os-chip").Count));
        Assert.DoesNotContain("cap=", page.FindAll(".os-chip")[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("truc-tuyen=1", page.FindAll(".os-chip")[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("cap=xa", page.FindAll(".os-chip")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/thu-tuc?q=qqqzzzxxx", page.Press("Tìm lại, bỏ hết bộ lọc").GetAttribute("href"));
        Assert.True(page.Find("input[name=truc-tuyen]").HasAttribute("checked"));
        Assert.True(page.Find("select[name=cap] option[value=xa]").HasAttribute("selected"));
    }

    [Fact]
    public void Search_ThatCannotBeRead_SaysSo()
    {
        Dispatcher.BreakDown<SearchProcedures>();

        var page = Show("/thu-tuc?q=khai%20sinh");

        page.WaitForAssertion(() => Assert.Contains("Danh mục thủ tục tạm thời chưa đọc được", page.Words("[role=alert]"), StringComparison.Ordinal));
        Assert.Equal("khai sinh", page.Find("input[name=q]").GetAttribute("value"));
    }

    [Fact]
    public void Search_WhileItIsRead_DoesNotSayThatItFailed()
    {
        var gate = Dispatcher.Hold<SearchProcedures>();

        var page = Show("/thu-tuc?q=khai%20sinh");

        Assert.Empty(page.FindAll("[role=alert], .os-empty"));
        gate.SetResult();
        page.WaitForAssertion(() => page.Find(".cat-count"));
    }

    [Fact]
    public void Search_InEnglish_SaysInEnglishThatNothingWasFound()
    {
        Speak("en");

        var page = Show("/thu-tuc?q=qqqzzzxxx");

        page.WaitForAssertion(() => page.Find(".os-empty"));
        Assert.DoesNotContain("thủ tục", page.Words(".os-empty"), StringComparison.OrdinalIgnoreCase);
    }

    private IRenderedComponent<SearchProceduresPage> Show(string address) => Open<SearchProceduresPage>(TestCallers.Anonymous, address);
}
