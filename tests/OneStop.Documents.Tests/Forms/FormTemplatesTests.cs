using OneStop.Documents.Contracts;
using OneStop.Documents.Forms.Templates;

namespace OneStop.Documents.Tests.Forms;

public sealed class FormTemplatesTests : IDisposable
{
    private const string Refusal = """
        { "form": "refusal", "set": "2030", "key": "mau-03", "name": "Mẫu số 03", "title": "PHIẾU TỪ CHỐI", "validFrom": "2030-01-01", "paper": "a5", "size": 13,
          "headerSize": 12, "footer": "{form}", "blocks": [ { "kind": "line", "text": "Lý do: {reason}" } ] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("onestop-forms-").FullName;

    [Fact]
    public void Load_UnknownField_IsRefusedWithTheTemplateAndTheField()
    {
        Deploy("mau-03.json", Refusal.Replace("{reason}", "{reasons}", StringComparison.Ordinal));

        var problem = Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder)).Message;

        Assert.Contains("mau-03.json", problem, StringComparison.Ordinal);
        Assert.Contains("'reasons'", problem, StringComparison.Ordinal);
        Assert.Contains("legalBasis", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownListOrColumn_IsRefused()
    {
        Deploy("a.json", Refusal.Replace("""{ "kind": "line", "text": "Lý do: {reason}" }""", """{ "kind": "list", "rows": "reasons", "text": "x" }""", StringComparison.Ordinal));
        Assert.Contains("the list 'reasons'", Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder)).Message, StringComparison.Ordinal);

        Deploy("a.json", Refusal.Replace("refusal", "supplement", StringComparison.Ordinal)
            .Replace("""{ "kind": "line", "text": "Lý do: {reason}" }""", """{ "kind": "list", "rows": "items", "text": "{reason}" }""", StringComparison.Ordinal));
        Assert.Contains("'reason'", Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{ "form": "poem" }""")]
    public void Load_WhatIsNoTemplate_IsRefusedWithItsName(string content)
    {
        Deploy("odd.json", content);

        Assert.Contains("odd.json", Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TwoWordingsOnOneDay_IsRefused()
    {
        Deploy("mau-03.json", Refusal);

        Assert.Contains("in force on the same day", Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NewWordingOfAShippedForm_TakesItsPlace()
    {
        Deploy("mau-03.json", Refusal.Replace("\"2030\"", "\"2025\"", StringComparison.Ordinal).Replace("2030-01-01", "2025-09-15", StringComparison.Ordinal));

        Assert.Equal("PHIẾU TỪ CHỐI", FormTemplates.Load(folder).Find(StatutoryForm.Refusal, new DateOnly(2025, 9, 15))?.Title);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Deploy(string name, string json) => File.WriteAllText(Path.Combine(folder, name), json);
}
