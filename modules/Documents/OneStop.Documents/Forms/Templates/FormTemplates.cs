using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Documents.Contracts;

namespace OneStop.Documents.Forms.Templates;

/// <summary>Section Documents:Forms.</summary>
internal sealed class FormTemplateOptions
{
    public const string Section = "Documents:Forms";

    /// <summary>Folder of further template files, relative to the content root: a new wording is deployed as data. A file with the set and key of a shipped one replaces it.</summary>
    public string? Folder { get; set; }
}

/// <summary>A template that cannot be used; says which and why.</summary>
internal sealed class FormTemplateException(string message) : Exception(message);

/// <summary>The wordings of all forms, checked before the first is printed, those of an installation at its start: a form with a wrong name would only be noticed when a citizen holds it.</summary>
internal sealed class FormTemplates
{
    private const string Prefix = "OneStop.Documents.Templates.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly IReadOnlyList<FormTemplate> templates;

    private FormTemplates(IReadOnlyList<FormTemplate> templates) => this.templates = templates;

    public static FormTemplates Shipped { get; } = Load(null);

    /// <exception cref="FormTemplateException">A file is not a template, names what its form does not have, or two wordings are in force on one day.</exception>
    public static FormTemplates Load(string? folder)
    {
        var found = ShippedFiles().Concat(FilesOf(folder)).Select(file => (file.Name, Template: Read(file.Name, file.Json)))
            .GroupBy(file => (file.Template.Set, file.Template.Form)).Select(group => group.Last()).ToArray();
        foreach (var (name, template) in found)
        {
            CheckNames(name, template);
        }

        foreach (var form in found.GroupBy(file => file.Template.Form))
        {
            CheckDates([.. form.OrderBy(file => file.Template.ValidFrom ?? DateOnly.MinValue)]);
        }

        return new FormTemplates([.. found.Select(file => file.Template)]);
    }

    public FormTemplate? Find(StatutoryForm form, DateOnly day) => templates.FirstOrDefault(template => template.Form == form && template.IsInForce(day));

    public FormTemplate At(StatutoryForm form, DateOnly day) =>
        Find(form, day) ?? throw new InvalidOperationException($"No {form} form is in force on {day:O}: ask InForce before printing.");

    internal static FormTemplate Read(string name, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FormTemplate>(json, Json) ?? throw new FormTemplateException($"Form template {name} is empty.");
        }
        catch (JsonException exception)
        {
            throw new FormTemplateException($"Form template {name} cannot be read: {exception.Message}");
        }
    }

    internal static void CheckNames(string name, FormTemplate template)
    {
        var known = FormFields.For(template.Form);
        foreach (var block in template.Blocks)
        {
            CheckFields(name, template.Form.ToString(), block.Texts.OfType<string>(), known.Names);
            foreach (var (rows, texts) in block.Lists)
            {
                if (!known.Lists.TryGetValue(rows, out var entry))
                {
                    throw new FormTemplateException(
                        $"Form template {name} names the list '{rows}', which the form {template.Form} does not have. Known: {string.Join(", ", known.Lists.Keys.Order())}.");
                }

                CheckFields(name, $"{template.Form}, list {rows}", texts, entry);
            }
        }

        CheckFields(name, template.Form.ToString(), [template.Footer], known.Names);
    }

    private static void CheckFields(string name, string form, IEnumerable<string> texts, IEnumerable<string> known)
    {
        var unknown = texts.SelectMany(text => TemplateText.Of(text).Fields).FirstOrDefault(field => !known.Contains(field));
        if (unknown is not null)
        {
            throw new FormTemplateException($"Form template {name} names the field '{unknown}', which the form {form} does not have. Known: {string.Join(", ", known.Order())}.");
        }
    }

    private static void CheckDates((string Name, FormTemplate Template)[] inOrder)
    {
        foreach (var (name, template) in inOrder)
        {
            if (template is { ValidFrom: { } from, ValidTo: { } to } && to < from)
            {
                throw new FormTemplateException($"Form template {name} ends on {to:O}, before it begins on {from:O}.");
            }
        }

        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (earlier.Template.ValidTo is not { } end || end >= (later.Template.ValidFrom ?? DateOnly.MinValue))
            {
                throw new FormTemplateException($"Form templates {earlier.Name} and {later.Name} are in force on the same day.");
            }
        }
    }

    private static IEnumerable<(string Name, string Json)> ShippedFiles()
    {
        var assembly = typeof(FormTemplates).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Prefix.Length..], reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string Name, string Json)> FilesOf(string? folder) =>
        folder is null ? [] : Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)));
}

/// <summary>The host does not start with a form that could not be printed.</summary>
internal sealed class FormTemplateOptionsCheck(IHostEnvironment environment) : IValidateOptions<FormTemplateOptions>
{
    public ValidateOptionsResult Validate(string? name, FormTemplateOptions options)
    {
        // The shipped forms alone are held by tests; there is nothing an operator could have got wrong.
        if (options.Folder is not { Length: > 0 } given)
            return ValidateOptionsResult.Success;
        var folder = Path.GetFullPath(given, environment.ContentRootPath);
        if (!Directory.Exists(folder))
        {
            return ValidateOptionsResult.Fail($"{FormTemplateOptions.Section}:Folder names {options.Folder}, which is not there.");
        }

        try
        {
            FormTemplates.Load(folder);
            return ValidateOptionsResult.Success;
        }
        catch (FormTemplateException problem)
        {
            return ValidateOptionsResult.Fail(problem.Message);
        }
    }
}
