using System.Text.Json;

namespace OneStop.Kernel.Time.Rules;

/// <summary>The rule sets by date, read from the data file beside this class.</summary>
public static class RuleSets
{
    private const string Source = "OneStop.Kernel.Time.Rules.rule-sets.json";

    /// <summary>All sets, oldest first, without gap.</summary>
    public static IReadOnlyList<RuleSet> All { get; } = Read();

    /// <summary>The set in force on a day; the oldest for days before all of them.</summary>
    public static RuleSet At(DateOnly day) => All.LastOrDefault(s => s.From <= day) ?? All[0];

    /// <summary>The set in force at an instant, by the date in Việt Nam.</summary>
    public static RuleSet At(DateTimeOffset instant) => At(instant.VietnamDate());

    /// <summary>The set with the key, or null.</summary>
    public static RuleSet? Find(string? key) => All.FirstOrDefault(s => s.Key == key);

    private static RuleSet[] Read()
    {
        using var stream = typeof(RuleSets).Assembly.GetManifestResourceStream(Source) ?? throw new InvalidOperationException($"{Source} is not in the assembly.");
        return JsonSerializer.Deserialize<RuleSet[]>(stream, JsonSerializerOptions.Web)!;
    }
}
