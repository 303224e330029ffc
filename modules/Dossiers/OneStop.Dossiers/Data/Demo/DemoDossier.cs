using System.Reflection;
using System.Text.Json;

namespace OneStop.Dossiers.Data.Demo;

// One dossier of the demonstration: who sends what, and what the desk does with it.
internal sealed record DemoDossier(
    string Key, string Procedure, int Citizen, IReadOnlyDictionary<string, string> Answers, string? Then = null, string? Items = null, string? Reason = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<DemoDossier> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var content = assembly.GetManifestResourceStream("OneStop.Dossiers.Data.Demo.demo-dossiers.json")!;
        return JsonSerializer.Deserialize<List<DemoDossier>>(content, Json)!;
    }
}
