using System.Text.RegularExpressions;
using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Forms;

namespace OneStop.Catalogue.Tests.Forms;

public sealed class FormLibraryTests
{
    private static readonly string[] WithOwnForm =
        ["1.001193", "1.001612", "1.001776", "1.013170", "1.013225", "1.013831", "2.000635", "2.000815", "3.000333", "3.000347"];

    private static readonly string[] Facts = ["name", "citizenNumber", "birthDate", "phone", "email", "address"];

    [Fact]
    public void For_TheTenExamples_GivesTheirOwnForm() =>
        Assert.All(WithOwnForm, code => Assert.Equal(code, FormLibrary.For(code).Key));

    [Fact]
    public void For_AnyOther_GivesTheDefaultForm() => Assert.Equal(FormLibrary.DefaultKey, FormLibrary.For("1.000894").Key);

    [Fact]
    public void All_Forms_AreWellFormed()
    {
        foreach (var form in FormLibrary.All)
        {
            var fields = form.Sections.SelectMany(s => s.Fields).ToArray();
            Assert.Equal(fields.Length, fields.Select(f => f.Key).Distinct().Count());
            Assert.Equal(form.Sections.Count, form.Sections.Select(s => s.Key).Distinct().Count());
            Assert.All(form.Sections, s => Assert.NotEmpty(s.Fields));
            Assert.All(fields, f => Check(f));
        }
    }

    private static void Check(FormField field)
    {
        Assert.NotEmpty(field.Label.Vi);
        Assert.NotEmpty(field.Label.En);
        Assert.Equal(field.Kind is FormFieldKind.Radio or FormFieldKind.Select, field.Options is { Count: > 1 });
        Assert.True(field.Prefill is null || Facts.Contains(field.Prefill));
        if (field.Pattern is { } pattern)
            Assert.DoesNotMatch(new Regex(pattern), "<script>");
    }
}
