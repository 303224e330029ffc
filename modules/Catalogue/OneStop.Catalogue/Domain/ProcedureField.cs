namespace OneStop.Catalogue.Domain;

// Lĩnh vực.
internal sealed class ProcedureField
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
}
