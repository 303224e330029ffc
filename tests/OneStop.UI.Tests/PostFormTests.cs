using Bunit;

namespace OneStop.UI.Tests;

public sealed class PostFormTests : UiTest
{
    private static readonly FieldProblem[] Problems = [new("Input.Name", "Nhập họ và tên.")];

    [Fact]
    public void PostForm_WithProblems_NamesThemOnTopAndAtTheField()
    {
        var form = Render<PostForm>(p => p
            .Add(f => f.Name, "apply")
            .Add(f => f.Problems, Problems)
            .AddChildContent<TextField>(field => field.Add(x => x.Name, "Input.Name").Add(x => x.Label, "Họ và tên").Add(x => x.Value, "  ")));

        Assert.Equal("Nhập họ và tên.", form.Find(".os-error-summary a").TextContent);
        Assert.Contains("Nhập họ và tên.", form.Find(".os-field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("  ", form.Find("input[name='Input.Name']").GetAttribute("value"));
    }

    [Fact]
    public void PostForm_ThatSavesItself_SaysWhenItLastDid()
    {
        var form = Render<PostForm>(p => p.Add(f => f.Name, "apply").Add(f => f.AutosaveUrl, "/ban-nhap/1").Add(f => f.SavedAt, Now.AddMinutes(41)));

        Assert.Equal("/ban-nhap/1", form.Find("form").GetAttribute("data-autosave"));
        Assert.Equal("Đã lưu lúc 09:41", form.Find("[role=status]").TextContent);
    }

    [Fact]
    public void PostForm_WhenPlain_IsAPostWithoutFilesOrSaving()
    {
        var form = Render<PostForm>(p => p.Add(f => f.Name, "apply")).Find("form");

        Assert.Equal("post", form.GetAttribute("method"));
        Assert.False(form.HasAttribute("enctype"));
        Assert.False(form.HasAttribute("data-autosave"));
    }
}
