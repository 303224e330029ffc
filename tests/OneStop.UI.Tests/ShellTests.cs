using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.UI.Tests;

public sealed class ShellTests : UiTest
{
    private static readonly RenderFragment Page = builder => builder.AddMarkupContent(0, "<h1>Trang</h1>");

    [Fact]
    public void CitizenLayout_ForAVisitor_OffersSignInWithTheWayBack()
    {
        Shell.Account = null;
        Services.GetRequiredService<NavigationManager>().NavigateTo("/thu-tuc?q=khai sinh");

        var layout = Render<CitizenLayout>(p => p.Add(l => l.Body, Page));

        Assert.Equal("/dang-nhap?returnUrl=%2Fthu-tuc%3Fq%3Dkhai%2520sinh", layout.Find(".os-band__tools a").GetAttribute("href"));
        Assert.Empty(layout.FindAll(".os-menu"));
    }

    [Fact]
    public void CitizenLayout_ForAMember_ShowsNameUnreadAndTheWayOut()
    {
        var layout = Render<CitizenLayout>(p => p.Add(l => l.Body, Page));

        Assert.Equal("Nguyễn Thị Hồng Hạnh", layout.Find(".os-menu__name").TextContent);
        Assert.StartsWith("3", layout.Find(".os-band .os-count").TextContent, StringComparison.Ordinal);
        Assert.Equal("post", layout.Find("form[action='/dang-xuat']").GetAttribute("method"));
    }

    [Fact]
    public void CitizenLayout_SkipLink_LeadsToTheMainPart()
    {
        var layout = Render<CitizenLayout>(p => p.Add(l => l.Body, Page));

        var target = layout.Find(".os-skip").GetAttribute("href")!.Split('#')[1];
        Assert.Equal("Trang", layout.Find($"main#{target} h1").TextContent);
    }

    [Fact]
    public void StaffLayout_Keys_AreExplainedWithoutScripts()
    {
        var layout = Render<StaffLayout>(p => p.Add(l => l.Body, Page));

        var help = layout.Find("[popovertarget=keyboard-help]");
        Assert.NotNull(layout.Find($"#{help.GetAttribute("popovertarget")}[popover]"));
        Assert.Equal(["/", "j", "k", "Enter", "x", "a", "c", "z", "?", "Esc"], layout.FindAll(".os-keys dt").Select(key => key.TextContent.Trim()));
    }

    [Theory]
    [InlineData("vi", "en", "English")]
    [InlineData("en", "vi", "Tiếng Việt")]
    public void DisplaySwitches_Language_NamesTheOtherInItsOwnWords(string language, string other, string expected)
    {
        Speak(language);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/tra-cuu");

        var link = Render<DisplaySwitches>().Find("a[hreflang]");

        Assert.Equal(expected, link.TextContent.Trim());
        Assert.Equal($"/hien-thi/ngon-ngu/{other}?ve=%2Ftra-cuu", link.GetAttribute("href"));
        Assert.Equal(other, link.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/thu-tuc?q=1", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/a\nb", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void DisplayEndpoints_WayBack_StaysOnTheSite(string? path, bool expected) => Assert.Equal(expected, DisplayEndpoints.IsLocal(path));

    [Fact]
    public void DisplayPreferences_WithUnknownCookies_FallBackToTheStandard()
    {
        Assert.Equal(DisplayPreferences.Standard, DisplayPreferences.Read(_ => "\"><script>"));
        Assert.Equal(new DisplayPreferences("large", "auto", "compact"), DisplayPreferences.Read(name => name switch { "co-chu" => "large", "mat-do" => "compact", _ => null }));
    }
}
