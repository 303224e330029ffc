using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Catalogue.Contracts;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals.Drawing;

/// <summary>Reads <c>os:form</c>, the form that a process carries with its step. It travels with the file and changes with the version alone.</summary>
internal static class StepFormReader
{
    public const string BadForm = "deployment.bad_form";
    private const int LongestAnswer = 20_000;

    public static IReadOnlyDictionary<string, FormField[]> Read(string xml) =>
        Forms(xml).ToDictionary(f => f.Step, f => f.Form.Elements(BpmnNames.OneStop + "field").Select(Field).ToArray(), StringComparer.Ordinal);

    public static IReadOnlyList<DeploymentProblem> Check(string xml)
    {
        var problems = new List<DeploymentProblem>();
        foreach (var (step, form) in Forms(xml))
        {
            var fields = form.Elements(BpmnNames.OneStop + "field").ToList();
            foreach (var field in fields)
            {
                var key = field.Text("key") ?? "";
                if (!IsKey(key) || field.Text("label") is null || Kind(field) is null || Length(field) is < 0 or > LongestAnswer)
                    problems.Add(new DeploymentProblem(BadForm, step, 0, $"{key}: key, kind, label, maxLength"));
                else if (Kind(field) is FormFieldKind.Radio or FormFieldKind.Select && !field.Elements(BpmnNames.OneStop + "option").Any())
                    problems.Add(new DeploymentProblem(BadForm, step, 0, $"{key}: option"));
            }

            problems.AddRange(fields.GroupBy(f => f.Text("key") ?? "", StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() > 1).Select(g => new DeploymentProblem(BadForm, step, 0, g.Key)));
        }

        return problems;
    }

    private static IEnumerable<(string Step, XElement Form)> Forms(string xml) =>
        from form in ProcessText.Parse(xml).Descendants(BpmnNames.OneStop + "form")
        let step = form.Parent?.Parent?.Text("id")
        where step is not null
        group form by step into forms
        select (forms.Key, forms.First());

    // Conditions name the answer by its key.
    private static bool IsKey(string key) => key.Length is > 0 and <= 60 && char.IsAsciiLetter(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static FormFieldKind? Kind(XElement field) => Enum.TryParse<FormFieldKind>(field.Text("kind") ?? nameof(FormFieldKind.Text), out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static int Length(XElement field) =>
        field.Text("maxLength") is not { } text ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : -1;

    private static FormField Field(XElement field) => new(
        field.Text("key") ?? "", Kind(field) ?? FormFieldKind.Text, Text(field, "label") ?? new LocalizedText("", ""), Text(field, "hint"), field.IsTrue("required"), Math.Max(0, Length(field)),
        Options: [.. field.Elements(BpmnNames.OneStop + "option").Select(o => new FormOption(o.Text("value") ?? o.Text("label") ?? "", Text(o, "label") ?? new LocalizedText("", "")))]);

    private static LocalizedText? Text(XElement element, string name) => element.Text(name) is { } vietnamese ? new LocalizedText(vietnamese, element.Text($"{name}En") ?? vietnamese) : null;
}
