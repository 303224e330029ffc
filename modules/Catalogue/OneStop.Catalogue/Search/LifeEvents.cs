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

    private static readonly Lazy<Dictionary<string, int>> Places = new(() =>
        Loaded.Value.SelectMany((e, i) => e.Codes.Select((c, place) => (Code: c, Rank: place * Loaded.Value.Length + i)))
            .GroupBy(p => p.Code, p => p.Rank, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(), StringComparer.Ordinal));

    public static IReadOnlyList<LifeEvent> All => Loaded.Value;

    public static LifeEvent? Find(string slug) => Array.Find(Loaded.Value, e => e.Slug == slug);

    // The first procedure of every moment of life, then the second of each: the order of a list nobody has searched.
    public static int Rank(string code) => Places.Value.GetValueOrDefault(code, int.MaxValue);

    public static IReadOnlyList<string> Of(string code) => [.. ByCode.Value[code]];
}
