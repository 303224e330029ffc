using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.UI.Tests;

public sealed class VisitorFramesTests : UiTest
{
    private static readonly RenderFragment Page = builder => builder.AddMarkupContent(0, "<h1>Trang</h1>");

    [Theory]
    [InlineData("/")]
    [InlineData("/?q='&x=\"1\"")]
    [InlineData("/thu-tuc")]
    [InlineData("/thu-tuc?q=khai sinh")]
    [InlineData("/thu-tuc/1.001776")]
    [InlineData("/tra-cuu/ket-qua?phieu=a%2Bb+c&n=~trang-nay~")]
    [InlineData("/khong-co")]
    public void Layout_ForVisitors_IsAtEveryAddressWhatItsComponentsAre(string address)
    {
        Shell.Account = null;
        var navigation = Services.GetRequiredService<NavigationManager>();
        foreach (var other in new[] { "/", "/thu-tuc", "/thu-tuc/x?a=1", "/tra-cuu?b=2", "/xin-loi" })
            Drawn(navigation, other);

        var layout = Drawn(navigation, address);

        foreach (var part in new[] { ".os-skip", ".os-band", ".os-bar", ".os-footer" })
            Assert.Equal(Of(part, Render<CitizenBand>()) + Of(part, Render<SiteFooter>()), Of(part, layout));
    }

    [Fact]
    public void Layout_InAnotherLanguageOrDisplay_IsDrawnForIt()
    {
        Shell.Account = null;
        var navigation = Services.GetRequiredService<NavigationManager>();
        Drawn(navigation, "/tra-cuu");

        Shell.Display = Shell.Display with { Theme = "light" };
        Assert.Contains("/hien-thi/giao-dien/dark", Drawn(navigation, "/tra-cuu").Find(".os-footer").InnerHtml, StringComparison.Ordinal);
        Speak("en");
        Assert.Equal("Tiếng Việt", Drawn(navigation, "/tra-cuu").Find("a[hreflang]").TextContent.Trim());
    }

    [Fact]
    public void Layout_OfSomebodySignedIn_IsNeverAVisitors()
    {
        var account = Shell.Account;
        var navigation = Services.GetRequiredService<NavigationManager>();
        Shell.Account = null;
        Drawn(navigation, "/tra-cuu");

        Shell.Account = account;

        Assert.Equal(account!.Name, Drawn(navigation, "/tra-cuu").Find(".os-menu__name").TextContent);
        Shell.Account = null;
        Assert.Empty(Drawn(navigation, "/tra-cuu").FindAll(".os-menu"));
    }

    private static string Of(string part, IRenderedComponent<IComponent> drawn) => string.Concat(drawn.FindAll(part).Select(element => element.OuterHtml));

    private IRenderedComponent<CitizenLayout> Drawn(NavigationManager navigation, string address)
    {
        navigation.NavigateTo(address);
        return Render<CitizenLayout>(p => p.Add(l => l.Body, Page));
    }
}
