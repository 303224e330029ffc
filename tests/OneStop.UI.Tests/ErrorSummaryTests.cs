using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.UI.Tests;

public sealed class ErrorSummaryTests : UiTest
{
    [Fact]
    public void ErrorSummary_WithoutProblems_ShowsNothing() => Assert.Empty(Render<ErrorSummary>().Markup.Trim());

    [Fact]
    public void ErrorSummary_OnAPageWithQuery_LinksStayOnThePage()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/nop-ho-so?buoc=2");

        var summary = Render<ErrorSummary>(p => p.Add(s => s.Problems, [new FieldProblem("Input.Name", "Nhập họ và tên.")]));

        Assert.Equal("/nop-ho-so?buoc=2#f-Input-Name", summary.Find("a").GetAttribute("href"));
        Assert.Equal("alert", summary.Find(".os-error-summary").GetAttribute("role"));
    }

    [Fact]
    public void ErrorSummary_WithProblemOfTheWholeForm_ShowsItWithoutALink()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Problems, [new FieldProblem("", "Hồ sơ đã được gửi.")]));

        Assert.Empty(summary.FindAll("a"));
        Assert.Equal("Hồ sơ đã được gửi.", summary.Find("li").TextContent.Trim());
    }

    [Fact]
    public void Summary_OfAFieldOutOfSight_NamesItOnce()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Problems, [
            new FieldProblem("phone", "Số này chưa đúng.", "Số điện thoại"), new FieldProblem("name", "Hãy nhập Họ và tên.", "Họ và tên")]));

        Assert.Equal(["Số điện thoại: Số này chưa đúng.", "Hãy nhập Họ và tên."], summary.FindAll("li a").Select(a => a.TextContent.Trim()));
    }
}
