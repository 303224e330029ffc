namespace OneStop.Dossiers.Domain;

// How the first appointment was found, as it stood on the day of acceptance: holidays may be planned anew later.
internal sealed class DueNote
{
    public Guid DossierId { get; init; }

    public required string TermText { get; init; }

    // The rule and the lines of the explanation as JSON, so that both stay as they were when the law or the holidays change.
    public string? Plan { get; private set; }

    public string? Lines { get; private set; }

    public DateTimeOffset StartsAt { get; init; }

    // One line a day: yyyy-MM-dd, a tab, the holiday's name or nothing for weekly rest.
    public required string SkippedLines { get; init; }

    public IReadOnlyList<(DateOnly Day, string? Name)> Skipped => SkippedLines.Length == 0 ? [] : [.. SkippedLines.Split('\n').Select(Read)];

    public static string Write(IEnumerable<(DateOnly Day, string? Name)> skipped) =>
        string.Join('\n', skipped.Select(s => $"{s.Day:yyyy-MM-dd}\t{s.Name}"));

    private static (DateOnly Day, string? Name) Read(string line)
    {
        var name = line.Length > 11 ? line[11..] : null;
        return (DateOnly.ParseExact(line.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), name);
    }
}
