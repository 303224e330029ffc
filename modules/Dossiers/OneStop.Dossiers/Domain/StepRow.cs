namespace OneStop.Dossiers.Domain;

// One step of the process as the dossier tells it: filled from Approvals' events, shown in the timeline.
internal sealed class StepRow
{
    public const int CommentLength = 4000;

    public Guid TaskId { get; init; }
    public Guid DossierId { get; init; }
    public int Sequence { get; init; }
    public required string Element { get; set; }
    public required string Name { get; set; }
    public string? NameEn { get; set; }
    public DossierStatus Status { get; init; }
    public Guid AgencyId { get; init; }
    public required string AgencyName { get; init; }
    public string? DepartmentName { get; init; }
    public DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? DueAt { get; private set; }
    public int? AllowedMinutes { get; init; }
    // A body that is asked for an opinion while the step that asks goes on. What one who must take part in deciding uses is not the asking step's time.
    public bool IsOpinion { get; init; }
    public bool MustDecide { get; init; }
    public Guid? AskedByTaskId { get; init; }
    public DateTimeOffset? CompletedAt { get; private set; }
    public int? UsedMinutes { get; private set; }
    public string? Outcome { get; private set; }
    public string? Comment { get; private set; }
    public Guid? ActorId { get; private set; }
    public string? ActorName { get; private set; }

    internal StepRow DueBy(DateTimeOffset? dueAt)
    {
        DueAt = dueAt;
        return this;
    }

    internal void Complete(StepOutcome outcome, Actor actor)
    {
        CompletedAt = outcome.CompletedAt;
        UsedMinutes = outcome.UsedMinutes;
        Outcome = outcome.Outcome;
        Comment = outcome.Comment;
        ActorId = actor.Id;
        ActorName = actor.Name;
    }
}
