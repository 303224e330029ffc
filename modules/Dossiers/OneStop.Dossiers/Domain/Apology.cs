namespace OneStop.Dossiers.Domain;

internal enum ApologyState
{
    Waiting,
    Signed,
    Closed,
}

// Why nobody signs it any more.
internal enum ApologyClosing
{
    ResultReady,
    Stopped,
}

// Mẫu 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả (2018), Văn bản xin lỗi và đề nghị gia hạn (2025). Drafted by the system, signed by the head of the unit.
internal sealed class Apology
{
    private Apology()
    {
    }

    public Guid Id { get; private init; }
    public Guid DossierId { get; private init; }
    // Which of the dossier's apologies it is; the rule set says how many there may be.
    public int Number { get; private init; }
    public ApologyState State { get; private set; }
    public Guid AgencyId { get; private init; }
    public string AgencyName { get; private init; } = "";
    public DateTimeOffset DraftedAt { get; private init; }
    public DateTimeOffset PromisedAt { get; private init; }
    public DateTimeOffset ProposedDueAt { get; private init; }
    public Guid? TaskId { get; private set; }
    public DateTimeOffset? SignBy { get; private set; }
    public DateTimeOffset? EscalatedAt { get; private set; }
    public string? EscalatedTo { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset? NewDueAt { get; private set; }
    public Guid? SignerId { get; private set; }
    public string? SignerName { get; private set; }
    public string? SignerTitle { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public string? NumberAndSymbol { get; private set; }
    public Guid? FileId { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public ApologyClosing? ClosedBecause { get; private set; }
    public bool IsWaiting => State == ApologyState.Waiting;

    public static Apology Draft(Guid id, Guid dossierId, int number, Guid agencyId, string agencyName, DateTimeOffset promisedAt, DateTimeOffset proposed, DateTimeOffset now) => new()
    {
        Id = id,
        DossierId = dossierId,
        Number = number,
        AgencyId = agencyId,
        AgencyName = agencyName,
        PromisedAt = promisedAt,
        ProposedDueAt = proposed,
        DraftedAt = now,
    };

    // The head decided and the key failed: nothing was signed, and the same draft waits once more, as a paper of its own.
    public Apology Again(Guid id, DateTimeOffset proposedDueAt) => new()
    {
        Id = id,
        DossierId = DossierId,
        Number = Number,
        AgencyId = AgencyId,
        AgencyName = AgencyName,
        PromisedAt = PromisedAt,
        ProposedDueAt = proposedDueAt,
        DraftedAt = DraftedAt,
        SignBy = SignBy,
        EscalatedAt = EscalatedAt,
        EscalatedTo = EscalatedTo,
    };

    public void WaitAt(Guid taskId, DateTimeOffset? signBy)
    {
        TaskId = taskId;
        // Laid before the head once more, it is still due when it first was.
        SignBy ??= signBy;
    }

    public void Escalate(string to, DateTimeOffset at)
    {
        EscalatedAt ??= at;
        EscalatedTo ??= to;
    }

    public void Sign(Actor signer, string title, string reason, DateTimeOffset newDueAt, string numberAndSymbol, Guid fileId, DateTimeOffset at)
    {
        State = ApologyState.Signed;
        SignerId = signer.Id;
        SignerName = signer.Name;
        SignerTitle = title;
        Reason = reason;
        NewDueAt = newDueAt;
        NumberAndSymbol = numberAndSymbol;
        FileId = fileId;
        SignedAt = at;
    }

    public void Close(ApologyClosing because, DateTimeOffset now)
    {
        if (State != ApologyState.Waiting)
            return;
        State = ApologyState.Closed;
        ClosedBecause = because;
        ClosedAt = now;
    }
}
