namespace OneStop.Organisation.Domain;

// A government level, highest rank first. Rows, never an enum: July 2025 removed one and the law may add another.
internal sealed class Level
{
    public required string Code { get; init; }
    public int Rank { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
}
