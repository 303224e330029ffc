namespace OneStop.Organisation.Domain;

// Which unit took over from which, and the act that said so; one unit may be split among several.
internal sealed class UnitSuccession
{
    public Guid Id { get; init; }
    public Guid PredecessorId { get; init; }
    public Guid SuccessorId { get; init; }
    public DateOnly On { get; init; }
    public string? LegalBasis { get; init; }
}
