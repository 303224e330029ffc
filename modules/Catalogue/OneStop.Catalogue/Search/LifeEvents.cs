using System.Text.Json;
using OneStop.Catalogue.Import;

namespace OneStop.Catalogue.Search;

// Moments of life and the procedures people meet in them, in the order they meet them. Titles are texts: LifeEvent.<Key>.
internal sealed record LifeEvent(string Slug, string Key, string Icon, string[] Codes);

internal static class LifeEvents
{
    private static readonly Lazy<LifeEvent[]> Loaded = new(() =>
    {
        using var stream = SeedFiles.Open("Catalogue.life-events.json");
        return JsonSerializer.Deserialize<LifeEvent[]>(stream, JsonSerializerOptions.Web) ?? [];
    });

    private static readonly Lazy<ILookup<string, string>> ByCode = new(() =>
        Loaded.Value.SelectMany(e => e.Codes.Select(c => (Code: c, e.Slug))).ToLookup(p => p.Code, p => p.Slug, StringComparer.Ordinal));

    public static IReadOnlyList<LifeEvent> All => Loaded.Value;

    public static LifeEvent? Find(string slug) => Array.Find(Loaded.Value, e => e.Slug == slug);

    public static IReadOnlyList<string> Of(string code) => [.. ByCode.Value[code]];
}
