using OneStop.Kernel.Events;

namespace OneStop.Approvals.Contracts.Events;

/// <summary>A step has begun: the dossier is now there.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Element">Id of the BPMN element.</param>
/// <param name="StepName">Name of the step, as drawn.</param>
/// <param name="StatusCode">Official status while it lasts, 1 to 10.</param>
/// <param name="AgencyId">Agency that has it.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="DepartmentName">Department, or null.</param>
/// <param name="EnteredAt">When, UTC.</param>
/// <param name="DueAt">When it should be done, UTC; null when it has no hours.</param>
/// <param name="AllowedMinutes">Office minutes allowed; null when it has no hours.</param>
/// <param name="StepNameEn">English name of the step; null when the process names none.</param>
public sealed record StepEntered(
    Guid DossierId, Guid TaskId, string Element, string StepName, int StatusCode, Guid AgencyId, string AgencyName, string? DepartmentName,
    DateTimeOffset EnteredAt, DateTimeOffset? DueAt, int? AllowedMinutes, string? StepNameEn = null) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The date of a running step was counted again and has moved.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="From">The date before, UTC; null when it had none.</param>
/// <param name="To">The date now, UTC.</param>
/// <param name="Ground">The law or decision that moved it.</param>
/// <param name="Document">The paper.</param>
/// <param name="At">When, UTC.</param>
public sealed record StepDueMoved(
    Guid DossierId, Guid TaskId, string StepName, DateTimeOffset? From, DateTimeOffset To, string Ground, string Document, DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A running step is another one of the process now, or has another name: its instance was taken to another version.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="TaskId">The task, which stays.</param>
/// <param name="Element">Id of the BPMN element.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="StepNameEn">Its English name, or null.</param>
public sealed record StepRenamed(Guid DossierId, Guid TaskId, string Element, string StepName, string? StepNameEn) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A step was done.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Element">Id of the BPMN element.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="Outcome">Code of <see cref="StepOutcomes"/>.</param>
/// <param name="Deed">Code of <see cref="StepDeeds"/>; empty unless the outcome is approval.</param>
/// <param name="ActorId">Account that did it; null for the system.</param>
/// <param name="ActorName">Name of the actor.</param>
/// <param name="ActorTitle">Title of the actor's post.</param>
/// <param name="AgencyId">Agency of the step.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="Comment">The actor's words, or null.</param>
/// <param name="Fields">Answers of the step's form by key.</param>
/// <param name="CompletedAt">When, UTC.</param>
/// <param name="UsedMinutes">Office minutes used.</param>
public sealed record StepCompleted(
    Guid DossierId, Guid TaskId, string Element, string StepName, string Outcome, string Deed, Guid? ActorId, string ActorName, string ActorTitle,
    Guid AgencyId, string AgencyName, string? Comment, IReadOnlyDictionary<string, string> Fields, DateTimeOffset CompletedAt, int UsedMinutes) : IIntegrationEvent
{
    /// <summary>The absent one in whose place the actor did it, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>An officer asks the citizen to complete the dossier after acceptance; the clock stops until it comes.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="TaskId">The task that waits.</param>
/// <param name="ActorId">Account that asks.</param>
/// <param name="ActorName">Name of the one who asks.</param>
/// <param name="AgencyId">Agency that asks.</param>
/// <param name="Items">What to complete.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalBasis">Legal ground, or null.</param>
/// <param name="AnswerBy">Until when, or null.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="ConsentByName">The superior who agreed to a further request; null where none is needed.</param>
public sealed record SupplementAsked(
    Guid DossierId, Guid TaskId, Guid ActorId, string ActorName, Guid AgencyId, IReadOnlyList<string> Items, string Reason, string? LegalBasis,
    DateOnly? AnswerBy, DateTimeOffset AskedAt, string? ConsentByName = null) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The process has ended with a legal reason against the request; the dossier stops.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="ActorId">Account that decided.</param>
/// <param name="ActorName">Name of the one who decided.</param>
/// <param name="AgencyId">Agency that decided.</param>
/// <param name="Reason">The legal reason.</param>
/// <param name="RejectedAt">When, UTC.</param>
public sealed record RequestRejected(Guid DossierId, Guid ActorId, string ActorName, Guid AgencyId, string Reason, DateTimeOffset RejectedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The process has reached its end.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="CompletedAt">When, UTC.</param>
public sealed record ProcessCompleted(Guid DossierId, DateTimeOffset CompletedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A process administrator has ended a process that could not be mended; the dossier stops.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="ActorId">Account that ended it.</param>
/// <param name="ActorName">Name of the one who ended it.</param>
/// <param name="Reason">Why, as the applicant is told.</param>
/// <param name="CancelledAt">When, UTC.</param>
public sealed record ProcessCancelled(Guid DossierId, Guid? ActorId, string ActorName, string Reason, DateTimeOffset CancelledAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}
