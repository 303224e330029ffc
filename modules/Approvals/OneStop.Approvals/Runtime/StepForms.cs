using System.Text.Json;
using System.Text.Json.Serialization;
using OneStop.Catalogue.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>The small forms that steps name by key: what the case worker fills in beside the opinion. They are data, beside the processes.</summary>
internal static class StepForms
{
    private const string Resource = "Processes/step-forms.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Dictionary<string, FormField[]> Known = Read();

    public static IReadOnlyCollection<string> Keys => Known.Keys;

    public static IReadOnlyList<FormField>? Find(string key) => Known.GetValueOrDefault(key);

    private static Dictionary<string, FormField[]> Read()
    {
        using var stream = typeof(StepForms).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, FormField[]>>(stream, Options)!;
    }
}
