using System.Runtime.CompilerServices;
using System.Text.Json;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Import;

// A line that entered, or why it did not. Bytes read so far let the caller show progress without reading the file twice.
internal sealed record CatalogueLine(int Number, ProcedureContent? Content, string? Problem);

// Reads the file line by line, so that one bad line costs one procedure and not the import.
internal static class CatalogueReader
{
    private static readonly JsonSerializerOptions Options = new() { AllowTrailingCommas = true };

    public static async IAsyncEnumerable<CatalogueLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (content, problem) = Parse(line);
            if (content is { Code: var code } && !seen.TryAdd(code, number))
                (content, problem) = (null, $"{LineProblems.Repeated}:{seen[code]}");
            yield return new CatalogueLine(number, content, problem);
        }
    }

    public static (ProcedureContent? Content, string? Problem) Parse(string line)
    {
        SourceProcedure? source;
        try
        {
            source = JsonSerializer.Deserialize<SourceProcedure>(line, Options);
        }
        catch (JsonException e)
        {
            return (null, $"{LineProblems.NotJson}:{(e.BytePositionInLine ?? 0) + 1}");
        }

        if (source is null)
            return (null, LineProblems.Empty);
        return SourceNormaliser.Problem(source) is { } problem ? (null, problem) : (SourceNormaliser.Normalise(source), null);
    }
}

// Codes; the texts stand in the resources under Import.<code>.
internal static class LineProblems
{
    public const string NotJson = "not_json";
    public const string Empty = "empty";
    public const string Repeated = "repeated";
    public const string Code = "code";
    public const string Name = "name";
    public const string Field = "field";
    public const string Level = "level";
    public const string Channel = "channel";
    public const string Fee = "fee";
    public const string TooLong = "too_long";
}
