using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

/// <summary>One running process: the aggregate that a command changes as a whole, in one transaction. Lists never read it.</summary>
internal sealed class ProcessInstance : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>The version it started on, until an operator takes it to another.</summary>
    public Guid ProcessVersionId { get; set; }

    public Guid DossierId { get; init; }

    public required string DossierCode { get; init; }

    public required string ProcedureCode { get; init; }

    public required string ProcedureName { get; init; }

    public required string Field { get; init; }

    public required string ApplicantName { get; init; }

    public required string PlaceCode { get; init; }

    public Guid ReceivingAgencyId { get; init; }

    /// <summary>What it is about: nothing named for the dossier's own process, the paper or request for a matter beside it.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Code of <c>Matters</c>; null for the dossier's own process.</summary>
    public string? Matter { get; init; }

    /// <summary>Department that a matter is about, or null for the whole agency.</summary>
    public Guid? DepartmentId { get; init; }

    /// <summary>The task whose officer asked for a consent, and that officer, who cannot give it.</summary>
    public Guid? AskingTaskId { get; init; }

    public Guid? AskedById { get; init; }

    public bool IsMatter => Matter is not null;

    /// <summary>False for a process that began by a timer, message or signal: it moves other processes and has nothing for people to do.</summary>
    public bool HasDossier => DossierId != Guid.Empty;

    public bool IsOnline { get; init; }

    /// <summary>Working minutes of the whole legal term, for steps that take a share of it; null without an appointment.</summary>
    public int? TermMinutes { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public InstanceStatus Status { get; set; }

    /// <summary>The engine's state as text, encrypted; empty once the retention of the process has removed it.</summary>
    public required string State { get; set; }

    /// <summary>When state and history were removed because their time was over.</summary>
    public DateTimeOffset? PurgedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>A command that has been applied; the row makes sending it again harmless.</summary>
internal sealed class AppliedCommand
{
    public Guid InstanceId { get; init; }

    public Guid CommandId { get; init; }

    public DateTimeOffset AppliedAt { get; init; }
}

/// <summary>One line of an instance's history. Only ever added.</summary>
internal sealed class HistoryLine
{
    public Guid InstanceId { get; init; }

    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    public HistoryKind Kind { get; init; }

    public required string Element { get; init; }

    public int Token { get; init; }

    public string? Flow { get; init; }

    public string? Action { get; init; }

    public Guid? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>The absent one in whose place the actor did it, or null.</summary>
    public string? OnBehalfOf { get; init; }

    public string? Note { get; init; }
}

/// <summary>Something stopped a token until an operator mends it.</summary>
internal sealed class Incident
{
    public Guid Id { get; init; }

    public Guid InstanceId { get; init; }

    public int Token { get; init; }

    public required string DossierCode { get; init; }

    public required string Element { get; set; }

    public required string Code { get; init; }

    public string? Detail { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? MendedAt { get; set; }

    public Guid? MendedById { get; set; }

    public string? MendedByName { get; set; }

    /// <summary>How it was mended: retry, skip, move, cancel.</summary>
    public string? Remedy { get; set; }

    /// <summary>What operators have written about it.</summary>
    public string? Note { get; set; }
}
