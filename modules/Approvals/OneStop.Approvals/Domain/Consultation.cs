using OneStop.Kernel.Data;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Domain;

internal enum ConsultationPart
{
    /// <summary>Y: takes part in deciding; nothing goes on without it.</summary>
    Decides,

    /// <summary>X: supplies information; nobody waits for it.</summary>
    Informs,
}

internal enum SilenceRule
{
    /// <summary>The head of whoever asked is told and may go on with a reason.</summary>
    Escalates,

    /// <summary>A law, named when asking, takes silence for agreement.</summary>
    CountsAsAgreement,
}

internal enum ConsultationState
{
    Open,
    Answered,

    /// <summary>Silent beyond its date, and by law that is agreement.</summary>
    Silent,

    /// <summary>Silent beyond its date; the asker's head went on without it.</summary>
    PassedOver,
    Withdrawn,
}

internal enum Stance
{
    Agrees,
    Disagrees,
    Remarks,
}

/// <summary>One body asked about one dossier: what, by whom, until when, and what came of it. Its tasks are those of a matter of the same id.</summary>
internal sealed class Consultation : IVersioned
{
    public Guid Id { get; init; }

    public Guid DossierId { get; init; }

    public required string DossierCode { get; init; }

    /// <summary>The dossier's own process and the step in it that asks: the task, or the service of the process itself.</summary>
    public Guid AskingInstanceId { get; init; }

    public Guid? AskingTaskId { get; init; }

    public required string AskingElement { get; set; }

    public required string AskingStep { get; init; }

    /// <summary>Token of the service that waits for the answers; null when an officer asks.</summary>
    public int? WaitingToken { get; init; }

    /// <summary>Null when the process itself asks.</summary>
    public Guid? AskerId { get; init; }

    public required string AskerName { get; init; }

    public Guid AskingAgencyId { get; init; }

    public required string AskingAgencyName { get; init; }

    public Guid? AskingDepartmentId { get; init; }

    public string? AskingDepartmentName { get; init; }

    public Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public Guid? DepartmentId { get; init; }

    public string? DepartmentName { get; init; }

    public ConsultationPart Part { get; init; }

    public SilenceRule Silence { get; init; }

    /// <summary>The law that takes silence for agreement.</summary>
    public string? SilenceBasis { get; init; }

    /// <summary>Encrypted, as everything that people write about a dossier.</summary>
    public required string Questions { get; init; }

    /// <summary>Whether the body is told who the applicant is.</summary>
    public bool NamesApplicant { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Office minutes given, at the body's own calendar.</summary>
    public int AllowedMinutes { get; init; }

    public ConsultationState State { get; private set; }

    /// <summary>When the date passed without an answer.</summary>
    public DateTimeOffset? SilentSince { get; private set; }

    public Stance? Stance { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedById { get; private set; }

    public string? ClosedByName { get; private set; }

    public string? ClosedByTitle { get; private set; }

    /// <summary>Why it was withdrawn or passed over, encrypted.</summary>
    public string? Reason { get; private set; }

    /// <summary>Office minutes that the body used; what it waited for an explanation is the asker's.</summary>
    public int? UsedMinutes { get; private set; }

    public long Version { get; set; }

    public bool IsOpen => State == ConsultationState.Open;

    /// <summary>The decision waits for it.</summary>
    public bool Blocks => Part == ConsultationPart.Decides && IsOpen;

    /// <summary>Answered after its date.</summary>
    public bool IsLate => State == ConsultationState.Answered && ClosedAt >= DueClasses.LateFrom(DueClasses.UnitOf(AllowedMinutes), DueAt);

    public string BodyName => DepartmentName is { } department ? $"{department}, {AgencyName}" : AgencyName;

    public string AskingUnit => AskingDepartmentName is { } department ? $"{department}, {AskingAgencyName}" : AskingAgencyName;

    public void SetDue(DateTimeOffset dueAt)
    {
        DueAt = dueAt;
        SilentSince = null;
    }

    public void FallSilent(DateTimeOffset now) => SilentSince ??= now;

    public void AnswerWith(Stance stance, string? protectedText, Guid? actorId, string actorName, string title, int usedMinutes, DateTimeOffset now)
    {
        Stance = stance;
        Answer = protectedText;
        ClosedByTitle = title;
        Close(ConsultationState.Answered, actorId, actorName, usedMinutes, now);
    }

    public void CloseSilent(int usedMinutes, DateTimeOffset now) => Close(ConsultationState.Silent, null, "", usedMinutes, now);

    public void PassOver(string protectedReason, Guid? actorId, string actorName, int usedMinutes, DateTimeOffset now)
    {
        Reason = protectedReason;
        Close(ConsultationState.PassedOver, actorId, actorName, usedMinutes, now);
    }

    public void Withdraw(string? protectedReason, Guid? actorId, string actorName, int usedMinutes, DateTimeOffset now)
    {
        Reason = protectedReason;
        Close(ConsultationState.Withdrawn, actorId, actorName, usedMinutes, now);
    }

    private void Close(ConsultationState state, Guid? actorId, string actorName, int usedMinutes, DateTimeOffset now)
    {
        State = state;
        ClosedAt = now;
        ClosedById = actorId;
        ClosedByName = actorName;
        UsedMinutes = usedMinutes;
    }
}

/// <summary>A file of the dossier that the body may open, or one that it has attached to its answer.</summary>
internal sealed class ConsultationFile
{
    public Guid ConsultationId { get; init; }

    public Guid FileId { get; init; }

    /// <summary>Name of the paper it belongs to; empty for what the body has attached.</summary>
    public required string Paper { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public long Length { get; init; }

    public bool IsAnswer { get; init; }
}

/// <summary>A question back, or what was said to it.</summary>
internal sealed class ConsultationMessage
{
    public Guid Id { get; init; }

    public Guid ConsultationId { get; init; }

    public bool FromBody { get; init; }

    public Guid? AuthorId { get; init; }

    public required string AuthorName { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }
}
