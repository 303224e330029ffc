using System.Linq.Expressions;
using OneStop.Kernel.Data;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Domain;

internal enum TaskState
{
    Open,

    /// <summary>Waits for the applicant; the clock stands still.</summary>
    Suspended,

    /// <summary>Nobody is competent; an operator must mend it.</summary>
    Unroutable,
    Done,

    /// <summary>Taken away before it was done: sent back past, stopped, handed to another unit.</summary>
    Withdrawn,
}

/// <summary>One step at one unit, with all that an inbox shows, so that a list reads this table alone.</summary>
internal sealed class WorkTask : IVersioned
{
    /// <summary>Sorts tasks without a due date behind all others.</summary>
    public static readonly DateTimeOffset NoDue = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Guid Id { get; init; }

    public Guid InstanceId { get; init; }

    public Guid DossierId { get; init; }

    /// <summary>Version of the process, so that figures of a process read this table alone.</summary>
    public Guid ProcessVersionId { get; set; }

    /// <summary>The consultation that this is a task of: whoever has it sees what was sent, and of the dossier nothing else.</summary>
    public Guid? ConsultationId { get; init; }

    public int Token { get; init; }

    public required string Element { get; set; }

    public required string StepName { get; set; }

    public string? StepNameEn { get; set; }

    public required string DossierCode { get; init; }

    public required string ProcedureCode { get; init; }

    public required string ProcedureName { get; init; }

    public required string ApplicantName { get; init; }

    /// <summary>Code and name, lower case without diacritics.</summary>
    public required string SearchText { get; init; }

    public int StatusCode { get; init; }

    public required string Role { get; init; }

    public Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyPath { get; init; }

    public Guid? DepartmentId { get; init; }

    public string? DepartmentName { get; init; }

    public Guid? AssigneeId { get; private set; }

    public string? AssigneeName { get; private set; }

    /// <summary>Whoever gave the task to a colleague for now and stays answerable for it; null while it is not delegated.</summary>
    public Guid? OwnerId { get; private set; }

    public string? OwnerName { get; private set; }

    /// <summary>Whether the colleague may end the step, or only prepares it for the owner.</summary>
    public bool DelegateMayFinish { get; private set; }

    public TaskState State { get; private set; }

    public DateTimeOffset EnteredAt { get; init; }

    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset SortDue { get; private set; }

    /// <summary>The first moment at which it is late, by the unit of its time.</summary>
    public DateTimeOffset? LateAt => DueAt is { } due ? DueClasses.LateFrom(DueClasses.UnitOf(AllowedMinutes), due) : null;

    /// <summary>What is late at a moment, for questions to the database: <see cref="LateAt"/> turned round, so that no date is computed there.</summary>
    public static Expression<Func<WorkTask, bool>> LateBy(DateTimeOffset now)
    {
        var (day, hour) = (DueClasses.LateBefore(TermUnit.WorkingDays, now), DueClasses.LateBefore(TermUnit.WorkingHours, now));
        return t => t.SortDue < day || (t.SortDue < hour && t.AllowedMinutes % DueClasses.MinutesADay != 0);
    }

    /// <summary>The date whose breach the heads have been told of: once for each date, whoever finds it out.</summary>
    public DateTimeOffset? LateToldFor { get; set; }

    public int? AllowedMinutes { get; init; }

    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Working minutes of pauses that ended before their intervals were kept in <see cref="StepPause"/>.</summary>
    public int PausedMinutes { get; init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Working minutes from entering to closing that counted; null while it is open.</summary>
    public int? UsedMinutes { get; set; }

    public Guid? ClosedById { get; private set; }

    public string? ClosedByName { get; private set; }

    /// <summary>The absent one in whose place it was done, or null.</summary>
    public string? ClosedOnBehalfOf { get; private set; }

    public string? Outcome { get; private set; }

    public string? Comment { get; private set; }

    public long Version { get; set; }

    public bool IsOpen => State is TaskState.Open or TaskState.Suspended or TaskState.Unroutable;

    public void SetDue(DateTimeOffset? dueAt)
    {
        DueAt = dueAt;
        SortDue = dueAt ?? NoDue;
    }

    public void MarkUnroutable() => State = TaskState.Unroutable;

    public bool IsDelegated => OwnerId is not null;

    /// <summary>Gives it to one person for good: whatever was delegated before is over.</summary>
    public void Assign(Guid accountId, string name)
    {
        EndDelegation();
        AssigneeId = accountId;
        AssigneeName = name;
    }

    /// <summary>Lets a colleague do it while the owner stays answerable.</summary>
    public void Delegate(Guid ownerId, string ownerName, Guid colleagueId, string colleagueName, bool mayFinish)
    {
        Assign(colleagueId, colleagueName);
        OwnerId = ownerId;
        OwnerName = ownerName;
        DelegateMayFinish = mayFinish;
    }

    /// <summary>Back with its owner, taken or given.</summary>
    public void GoBackToOwner()
    {
        if (OwnerId is { } owner)
            Assign(owner, OwnerName ?? "");
    }

    /// <summary>Free for the colleagues; what is delegated goes back to its owner and not past him.</summary>
    public void Release()
    {
        if (IsDelegated)
        {
            GoBackToOwner();
            return;
        }

        AssigneeId = null;
        AssigneeName = null;
    }

    private void EndDelegation()
    {
        OwnerId = null;
        OwnerName = null;
        DelegateMayFinish = false;
    }

    public void Pause(DateTimeOffset now)
    {
        State = TaskState.Suspended;
        PausedAt = now;
    }

    public void Resume()
    {
        State = TaskState.Open;
        PausedAt = null;
    }

    public void Close(TaskState state, string outcome, string? comment, Guid? actorId, string actorName, DateTimeOffset now, string? onBehalfOf = null)
    {
        State = state;
        Outcome = outcome;
        Comment = comment;
        ClosedAt = now;
        ClosedById = actorId;
        ClosedByName = actorName;
        ClosedOnBehalfOf = onBehalfOf;
    }
}

/// <summary>What somebody has typed on a task and not yet sent: a lost circuit loses no word.</summary>
internal sealed class TaskDraft
{
    public Guid TaskId { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>Fields by name, as JSON, encrypted.</summary>
    public required string Content { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}
