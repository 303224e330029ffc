namespace OneStop.Dossiers.Domain;

// Who of the staff read the dossier, when and why; its owner sees this list.
internal sealed class AccessRecord
{
    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? AccountId { get; init; }
    public required string Name { get; init; }
    public string? Title { get; init; }
    public required string Purpose { get; init; }
}
