using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Domain;

// The dossier (hồ sơ) from draft to return. Every deed checks the one table of legal moves and leaves a line in the hash-chained history.
internal sealed partial class Dossier : IVersioned
{
    private readonly List<DossierFile> files = [];
    private readonly List<HistoryEntry> history = [];
    private readonly List<SupplementRequest> supplements = [];
    private readonly List<ClockPause> pauses = [];
    private readonly List<DeadlineChange> deadlineChanges = [];
    private readonly List<StepRow> steps = [];
    private readonly List<CitizenMessage> messages = [];

    public Guid Id { get; init; }
    public long Version { get; set; }
    public Guid OwnerId { get; init; }
    // Chosen by the client that began the draft: the same key never makes a second one.
    public required string ClientKey { get; init; }
    public required string Channel { get; init; }

    public required string ProcedureCode { get; init; }
    public Guid ProcedureVersionId { get; init; }
    public required string ProcedureName { get; init; }
    public required string Field { get; init; }
    public required string ProcessKey { get; init; }
    public string? Case { get; init; }

    public string PlaceCode { get; private set; } = "";
    public string PlaceName { get; private set; } = "";
    public Guid ReceivingAgencyId { get; private set; }
    public string ReceivingAgencyCode { get; private set; } = "";
    public string ReceivingAgencyName { get; private set; } = "";
    public string ReceivingAgencyPath { get; private set; } = "";

    public Applicant Applicant { get; private set; } = new();
    // JSON of answers by field key, encrypted as one text: answers name other people too.
    public string? AnswersProtected { get; private set; }
    public string ReturnMethod { get; private set; } = ReturnMethods.Online;

    public DossierStage Stage { get; private set; }
    public DossierStatus Status { get; private set; }
    public DossierStage? StageBeforeWithdrawal { get; private set; }

    public string? TemporaryCode { get; private set; }
    public string? Code { get; private set; }
    public string? LookupCodeProtected { get; private set; }
    public string? LookupCodeHash { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public Guid? AcceptedById { get; private set; }
    public string? AcceptedByName { get; private set; }
    // The law of the day of receipt; later law does not touch the dossier. Null before acceptance.
    public string? RuleSetKey { get; private set; }
    public DateTimeOffset? OriginalDueAt { get; private set; }
    // The appointment, which an apology moves; lateness is judged by the legal due date, which it never moves.
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? LegalDueAt { get; private set; }
    public TermUnit? TermUnit { get; private set; }
    // While no pause runs: warnings are due from the first instant, the dossier is late from the second.
    public DateTimeOffset? WarnAt { get; private set; }
    public DateTimeOffset? LateAt { get; private set; }
    public DateTimeOffset? PausedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? ReturnedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosingReason { get; private set; }
    public string? ClosingLegalBasis { get; private set; }

    public decimal? FeeDue { get; private set; }
    public DateTimeOffset? FeePaidAt { get; private set; }

    public string? CurrentStepName { get; private set; }
    public string? CurrentStepNameEn { get; private set; }
    public string? CurrentAgencyName { get; private set; }
    public int StepCount { get; private set; }
    public int SupplementCount { get; private set; }
    public int HistoryCount { get; private set; }
    public string LastHistoryHash { get; private set; } = HistoryEntry.FirstHash;

    public IReadOnlyList<DossierFile> Files => files;
    public IReadOnlyList<HistoryEntry> History => history;
    public IReadOnlyList<SupplementRequest> Supplements => supplements;
    public IReadOnlyList<ClockPause> Pauses => pauses;
    public IReadOnlyList<DeadlineChange> DeadlineChanges => deadlineChanges;
    public IReadOnlyList<StepRow> Steps => steps;
    public IReadOnlyList<CitizenMessage> Messages => messages;

    // What people call it: the number, before that the temporary code.
    public string? PublicCode => Code ?? TemporaryCode;

    public bool IsDraft => Status == DossierStatus.Draft;

    public bool IsFinal => DossierTransitions.IsFinal(Status);

    public bool CanEditFacts => Stage is DossierStage.Draft or DossierStage.SupplementBeforeAcceptance;

    public bool CanAddFiles => CanEditFacts || Stage == DossierStage.SupplementDuringProcessing;

    public bool CanAskWithdrawal => DossierTransitions.Find(Status, DossierDeed.AskWithdrawal) is not null;

    public bool IsPaymentOpen => FeeDue > 0 && FeePaidAt is null;

    // The owner gets the result file only when nothing is left to pay.
    public bool CanDownloadResult => Status is DossierStatus.Finished or DossierStatus.Returned && !IsPaymentOpen && !IsResultRevoked;

    public bool IsResultRevoked => Stage is DossierStage.ResultRevoked or DossierStage.RevokedAfterReturn;

    // Needs the supplement requests loaded.
    public SupplementRequest? OpenSupplement => supplements.Find(s => s.IsOpen);

    public void Tell(string fromName, string textVi, string textEn, DateTimeOffset now) =>
        messages.Add(new CitizenMessage { Id = EntityId.New(now), DossierId = Id, At = now, FromName = fromName, TextVi = textVi, TextEn = textEn });

    private Result<Transition> Check(DossierDeed deed, Actor actor) => DossierTransitions.Check(Status, deed, actor.Role);

    private void MoveTo(DossierStage stage, DossierDeed deed, Actor actor, DateTimeOffset now, string? subject = null, string? comment = null)
    {
        var from = Status;
        Stage = stage;
        Status = DossierStages.StatusOf(stage);
        Write(from, deed, actor, now, subject, comment);
    }

    private void Note(DossierDeed deed, Actor actor, DateTimeOffset now, string? subject = null, string? comment = null) =>
        Write(Status, deed, actor, now, subject, comment);

    private void Write(DossierStatus from, DossierDeed deed, Actor actor, DateTimeOffset now, string? subject, string? comment)
    {
        var entry = new HistoryEntry
        {
            Id = EntityId.New(now),
            DossierId = Id,
            Sequence = ++HistoryCount,
            At = now,
            Deed = deed,
            FromStatus = from,
            ToStatus = Status,
            ActorId = actor.Id,
            ActorName = actor.Name,
            OnBehalfOf = actor.OnBehalfOf,
            ActorRole = actor.Role,
            Subject = subject,
            Comment = comment,
            PreviousHash = LastHistoryHash,
        }.Sealed();
        LastHistoryHash = entry.Hash;
        UpdatedAt = now;
        history.Add(entry);
    }
}
