using System.Text.Json;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Import;

// What the city itself publishes for a procedure: a plain name, the papers in plain words, the fee of its council.
// A local field stands only over the national text it was written for; when the ministry republishes that field, the new text wins.
internal sealed class LocalPublications
{
    private readonly Dictionary<string, ProcedureContent> _local;
    private readonly Dictionary<string, ProcedureContent> _base;

    private LocalPublications(Dictionary<string, ProcedureContent> local, Dictionary<string, ProcedureContent> over) => (_local, _base) = (local, over);

    public static LocalPublications Load() => new(Read("Catalogue.local-publications.jsonl"), Read("Catalogue.local-publications.base.jsonl"));

    // Procedures the national file does not have at all.
    public IEnumerable<ProcedureContent> OwnProcedures => _local.Values.Where(l => l.Ministry.Length > 0);

    public ProcedureContent Apply(ProcedureContent national)
    {
        if (!_local.TryGetValue(national.Code, out var local))
            return national;
        if (!_base.TryGetValue(national.Code, out var over))
            return national with { PlainName = local.PlainName ?? national.PlainName };
        return national with
        {
            PlainName = local.PlainName ?? national.PlainName,
            Note = national.Note ?? local.Note,
            Levels = Pick(national.Levels, local.Levels, over.Levels),
            Channels = Pick(national.Channels, local.Channels, over.Channels),
            Components = Pick(national.Components, local.Components, over.Components),
            Results = Pick(national.Results, local.Results, over.Results),
        };
    }

    private static IReadOnlyList<T> Pick<T>(IReadOnlyList<T> national, IReadOnlyList<T> local, IReadOnlyList<T> over) =>
        local.Count > 0 && ContentHash.Same(national, over) ? local : national;

    private static Dictionary<string, ProcedureContent> Read(string resource)
    {
        using var reader = new StreamReader(SeedFiles.Open(resource));
        var contents = new Dictionary<string, ProcedureContent>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var source = JsonSerializer.Deserialize<SourceProcedure>(line) ?? throw new InvalidOperationException($"{resource} has an empty line.");
            var content = SourceNormaliser.Normalise(source with { Name = source.Name ?? source.PlainName, Field = source.Field ?? "-", Levels = source.Levels ?? [] });
            contents.Add(content.Code, content);
        }

        return contents;
    }
}
