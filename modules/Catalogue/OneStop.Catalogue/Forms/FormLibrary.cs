using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneStop.Catalogue.Contracts;

namespace OneStop.Catalogue.Forms;

// The electronic forms of Data/Forms: one file a procedure, and the default form for all others.
internal static class FormLibrary
{
    private const string Prefix = "Catalogue.form.";
    private const string Suffix = ".json";
    public const string DefaultKey = "default";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<Dictionary<string, FormDefinition>> Loaded = new(Load);

    public static IReadOnlyCollection<FormDefinition> All => Loaded.Value.Values;

    public static FormDefinition For(string code) => Loaded.Value.GetValueOrDefault(code) ?? Loaded.Value[DefaultKey];

    public static bool HasOwn(string code) => Loaded.Value.ContainsKey(code);

    private static Dictionary<string, FormDefinition> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(n => n[Prefix.Length..^Suffix.Length], n => Read(assembly, n), StringComparer.Ordinal);
    }

    private static FormDefinition Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<FormDefinition>(stream, Options) ?? throw new InvalidOperationException($"{resource} is empty.");
    }
}
