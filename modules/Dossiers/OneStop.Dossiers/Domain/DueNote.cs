using System.Text.Json;
using System.Text.Json.Serialization;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// The rule a dossier's clock runs by and the lines that explain its date: both as they stood when the clock was last read, so that a later rule or a
// holiday planned anew says nothing about a promise already made.
internal sealed class DueNote
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() },
    };

    public Guid DossierId { get; init; }

    public required string TermText { get; init; }

    public string? Plan { get; private set; }

    public string? Lines { get; private set; }

    public static DueNote Start(Guid dossierId, string termText, ClockPlan plan, IReadOnlyList<ExplanationLine> lines)
    {
        var note = new DueNote { DossierId = dossierId, TermText = termText, Plan = JsonSerializer.Serialize(plan, Options) };
        note.Explain(lines);
        return note;
    }

    public void Explain(IReadOnlyList<ExplanationLine> lines) => Lines = JsonSerializer.Serialize(lines, Options);

    public ClockPlan? ReadPlan() => Plan is null ? null : JsonSerializer.Deserialize<ClockPlan>(Plan, Options);

    public IReadOnlyList<ExplanationLine> ReadLines() => ReadLines(Lines);

    // For readers of the one column.
    public static IReadOnlyList<ExplanationLine> ReadLines(string? lines) => lines is null ? [] : JsonSerializer.Deserialize<ExplanationLine[]>(lines, Options)!;
}
