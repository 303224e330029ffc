namespace OneStop.Dossiers.Domain;

internal enum DeadlineChangeKind
{
    Pause,
    Restart,
    NewTerm,
    ThirdParty,
    Reappointment,
    Calendar,
    Order,
}

// The appointment moved: from, to, on what ground and document, by whom. The original appointment stays on the dossier.
internal sealed class DeadlineChange
{
    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? FromDueAt { get; init; }
    public DateTimeOffset? ToDueAt { get; init; }
    public DeadlineChangeKind Kind { get; init; }
    public required string Ground { get; init; }
    public string? Document { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
}
