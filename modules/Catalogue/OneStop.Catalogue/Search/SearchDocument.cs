namespace OneStop.Catalogue.Search;

// What the index needs to know of one procedure; read from the database rows, never from the source file.
internal sealed record SearchDocument
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? PlainName { get; init; }
    public required string Field { get; init; }
    public required string FieldSlug { get; init; }
    public IReadOnlyList<string> Levels { get; init; } = [];
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> LifeEvents { get; init; } = [];
    public IReadOnlyList<string> Results { get; init; } = [];
    public bool Online { get; init; }
}

internal sealed record SearchFilter(
    string? FieldSlug = null, string? Level = null, string? Audience = null, string? LifeEvent = null, bool OnlineOnly = false)
{
    public bool IsEmpty => FieldSlug is null && Level is null && Audience is null && LifeEvent is null && !OnlineOnly;

    public bool Admits(SearchDocument d) =>
        (FieldSlug is null || d.FieldSlug == FieldSlug)
        && (Level is null || d.Levels.Contains(Level))
        && (Audience is null || d.Audiences.Contains(Audience))
        && (LifeEvent is null || d.LifeEvents.Contains(LifeEvent))
        && (!OnlineOnly || d.Online);
}

internal sealed record SearchHit(SearchDocument Document, float Score);

internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, string? CorrectedTo)
{
    public static readonly SearchAnswer Empty = new([], null);
}
