using System.Reflection;
using System.Text.Json;

namespace OneStop.Dossiers.Data.Demo;

// A dossier of the past that was late: sent so many days ago, and what people wrote on its way. Without a reason the apology still waits for its signature.
internal sealed record DemoLateDossier(DemoDossier Dossier, int DaysAgo, DemoSupplement? Supplement = null, string? ApologyReason = null, IReadOnlyDictionary<string, string>? Result = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<DemoLateDossier> ReadAll()
    {
        using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream("OneStop.Dossiers.Data.Demo.late-dossiers.json")!;
        return JsonSerializer.Deserialize<List<DemoLateDossier>>(content, Json)!;
    }
}

internal sealed record DemoSupplement(IReadOnlyList<string> Items, string Reason, string Answer);
