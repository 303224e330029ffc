using System.Globalization;
using System.Text.Json;
using OneStop.Approvals.Domain;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.AskOpinions;

/// <summary>What is being typed for one body.</summary>
internal sealed class BodyForm(UnitInfo unit)
{
    public UnitInfo Unit { get; } = unit;

    public string? Part { get; set; }

    public string? Questions { get; set; }

    public string? Days { get; set; } = "5";

    public DateTimeOffset? Due { get; set; }

    public string? Silence { get; set; } = nameof(SilenceRule.Escalates);

    public string? SilenceBasis { get; set; }

    public bool NamesApplicant { get; set; }

    public IReadOnlyCollection<string> Files { get; set; } = [];

    public int WorkingDays => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0;

    /// <summary>What was kept; nothing where it cannot be read any more.</summary>
    public static IReadOnlyList<BodyForm> ReadAll(string? kept)
    {
        try
        {
            return kept is null ? [] : JsonSerializer.Deserialize<List<BodyForm>>(kept) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static string WriteAll(IReadOnlyList<BodyForm> bodies) => JsonSerializer.Serialize(bodies);

    public AskedBody Read() => new(
        Unit.AgencyId, Unit.DepartmentId, Enum.TryParse<ConsultationPart>(Part, out var part) ? part : (ConsultationPart)(-1), Questions ?? "", WorkingDays,
        Enum.TryParse<SilenceRule>(Silence, out var silence) ? silence : SilenceRule.Escalates, SilenceBasis, NamesApplicant,
        [.. Files.Select(f => Guid.TryParse(f, out var id) ? id : Guid.Empty)]);
}
