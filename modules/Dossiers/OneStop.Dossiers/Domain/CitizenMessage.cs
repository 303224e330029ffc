namespace OneStop.Dossiers.Domain;

// A message of the agency to the owner, kept with the dossier in both languages.
internal sealed class CitizenMessage
{
    public Guid Id { get; init; }
    public Guid DossierId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string FromName { get; init; }
    public required string TextVi { get; init; }
    public required string TextEn { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    internal void MarkRead(DateTimeOffset now) => ReadAt ??= now;
}
