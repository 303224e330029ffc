using Bunit;
using Microsoft.AspNetCore.Components;

namespace OneStop.UI.Tests;

public sealed class FieldTests : UiTest
{
    private static readonly Choice[] Sexes = [new("m", "Nam"), new("f", "Nữ"), new("x", "Khác", "Theo giấy tờ")];

    [Fact]
    public void TextField_WithHintAndError_DescribesTheInputByBoth()
    {
        var field = Render<TextField>(p => p.Add(f => f.Name, "Input.Name").Add(f => f.Label, "Họ và tên").Add(f => f.Hint, "Như trong Căn cước").Add(f => f.Error, "Nhập họ và tên."));

        var input = field.Find("input");
        Assert.Equal("f-Input-Name", input.Id);
        Assert.Equal("Input.Name", input.GetAttribute("name"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent);
        Assert.Equal(["Như trong Căn cước", "Lỗi: Nhập họ và tên."], described);
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
    }

    [Theory]
    [InlineData("vi", "Ghi chú (không bắt buộc)")]
    [InlineData("en", "Ghi chú (optional)")]
    public void TextField_WhenOptional_SaysSoInTheLabel(string language, string expected)
    {
        Speak(language);

        var field = Render<TextField>(p => p.Add(f => f.Name, "Note").Add(f => f.Label, "Ghi chú").Add(f => f.Required, false));

        Assert.Equal(expected, field.Find("label").TextContent);
        Assert.False(field.Find("input").HasAttribute("aria-required"));
    }

    [Fact]
    public void TextField_WhenChanged_RaisesTheNewValue()
    {
        string? value = null;
        var field = Render<TextField>(p => p.Add(f => f.Name, "Name").Add(f => f.Label, "Tên").Add(f => f.ValueChanged, changed => value = changed));

        field.Find("input").Change("Lê Minh");

        Assert.Equal("Lê Minh", value);
    }

    [Fact]
    public void TextField_OfPassword_NeverSendsItBack()
    {
        var field = Render<TextField>(p => p.Add(f => f.Name, "Password").Add(f => f.Label, "Mật khẩu").Add(f => f.Type, "password").Add(f => f.Value, "bí mật"));

        Assert.DoesNotContain("bí mật", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void TextField_InsideProblems_TakesItsOwn()
    {
        IReadOnlyList<FieldProblem> problems = [new("Input.Id", "Thiếu chữ số."), new("Input.Name", "Nhập họ và tên.")];

        var field = Render<CascadingValue<IReadOnlyList<FieldProblem>>>(p => p
            .Add(c => c.Value, problems)
            .AddChildContent<TextField>(f => f.Add(x => x.Name, "Input.Name").Add(x => x.Label, "Họ và tên")));

        Assert.Contains("Nhập họ và tên.", field.Find(".os-field-error").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Thiếu chữ số.", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void RadioGroup_LinksOfTheSummary_ReachItsFirstChoice()
    {
        var group = Render<RadioGroup>(p => p.Add(f => f.Name, "Sex").Add(f => f.Label, "Giới tính").Add(f => f.Choices, Sexes).Add(f => f.Value, "f").Add(f => f.Error, "Chọn giới tính."));
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Problems, [new FieldProblem("Sex", "Chọn giới tính.")]));

        var target = summary.Find("a").GetAttribute("href")!.Split('#')[1];
        Assert.Equal("m", group.Find($"#{target}").GetAttribute("value"));
        Assert.Equal("f", group.Find("input:checked").GetAttribute("value"));
        Assert.Equal("Giới tính", group.Find("legend").TextContent.Trim());
    }

    [Fact]
    public void RadioGroup_WhenChosen_RaisesTheValue()
    {
        string? value = null;
        var group = Render<RadioGroup>(p => p.Add(f => f.Name, "Sex").Add(f => f.Label, "Giới tính").Add(f => f.Choices, Sexes).Add(f => f.ValueChanged, changed => value = changed));

        group.Find("input[value=x]").Change("x");

        Assert.Equal("x", value);
    }

    [Fact]
    public void CheckboxGroup_WhenTicked_KeepsTheOrderOfTheChoices()
    {
        IReadOnlyCollection<string> values = [];
        var group = Render<CheckboxGroup>(p => p.Add(f => f.Name, "With").Add(f => f.Label, "Làm cùng lúc").Add(f => f.Choices, Sexes).Add(f => f.Values, ["x"]).Add(f => f.ValuesChanged, changed => values = changed));

        group.Find("input[value=m]").Change(true);
        Assert.Equal(["m", "x"], values);

        group.Find("input[value=x]").Change(false);
        Assert.Equal(["m"], values);
    }

    [Fact]
    public void SelectField_WithGroups_PutsChoicesUnderTheirHeading()
    {
        Choice[] wards = [new("1", "Phường Cửa Nam", Group: "Hoàn Kiếm"), new("2", "Xã Thư Lâm", Group: "Đông Anh")];

        var field = Render<SelectField>(p => p.Add(f => f.Name, "Ward").Add(f => f.Label, "Phường, xã").Add(f => f.Choices, wards).Add(f => f.Value, "2"));

        Assert.Equal(["Hoàn Kiếm", "Đông Anh"], field.FindAll("optgroup").Select(group => group.GetAttribute("label")));
        Assert.Equal("2", field.Find("option[selected]").GetAttribute("value"));
        Assert.Equal("Chọn…", field.Find("option[value='']").TextContent);
    }

    [Fact]
    public void Checkbox_WhenTicked_RaisesTrue()
    {
        var value = false;
        var box = Render<Checkbox>(p => p.Add(f => f.Name, "Sure").Add(f => f.Label, "Tôi cam đoan").Add(f => f.ValueChanged, changed => value = changed));

        box.Find("input").Change(true);

        Assert.True(value);
    }

    [Fact]
    public void DateField_WithImpossibleDate_KeepsWhatWasTyped()
    {
        var field = Render<DateField>(p => p.Add(f => f.Name, "Birth").Add(f => f.Label, "Ngày sinh").Add(f => f.Value, "31/02/1990"));

        Assert.Equal("31/02/1990", field.Find("input").GetAttribute("value"));
        Assert.Equal("Ngày, tháng, năm. Ví dụ: 27/03/1990", field.Find($"#{field.Find("input").GetAttribute("aria-describedby")}").TextContent);
    }
}
