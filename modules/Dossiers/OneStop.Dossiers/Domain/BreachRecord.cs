namespace OneStop.Dossiers.Domain;

// Who used the time when the legal due date passed. Written once, from the steps as they stood; later work does not change it.
internal sealed class BreachRecord
{
    public Guid DossierId { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset LegalDueAt { get; init; }
    // The unit that used the time: of the step that overran most, else of the one that had the dossier.
    public Guid AgencyId { get; init; }
    public required string AgencyName { get; init; }
    public string? DepartmentName { get; init; }
    public Guid? TaskId { get; init; }
    public string? StepName { get; init; }
    public string? StepNameEn { get; init; }
    public int? AllowedMinutes { get; init; }
    public int? UsedMinutes { get; init; }
    // The moved appointment passed too: the law lets it be moved no further.
    public DateTimeOffset? MissedAgainAt { get; private set; }

    internal void MissAgain(DateTimeOffset now) => MissedAgainAt ??= now;
}
