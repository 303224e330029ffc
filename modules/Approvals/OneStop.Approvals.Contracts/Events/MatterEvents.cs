using OneStop.Kernel.Events;

namespace OneStop.Approvals.Contracts.Events;

/// <summary>A matter waits for somebody.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="SubjectId">The paper or request it is about.</param>
/// <param name="Matter">Code of <see cref="Matters"/>.</param>
/// <param name="TaskId">The task.</param>
/// <param name="AgencyId">Agency that has it.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="EnteredAt">When, UTC.</param>
/// <param name="DueAt">When it should be done, UTC; null when it has no hours.</param>
public sealed record MatterStepEntered(
    Guid DossierId, Guid SubjectId, string Matter, Guid TaskId, Guid AgencyId, string AgencyName, DateTimeOffset EnteredAt, DateTimeOffset? DueAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A matter was decided.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="SubjectId">The paper or request it is about.</param>
/// <param name="Matter">Code of <see cref="Matters"/>.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Action">Code of <see cref="MatterActions"/>.</param>
/// <param name="ActorId">Account that decided.</param>
/// <param name="ActorName">Name of the one who decided.</param>
/// <param name="ActorTitle">Title of the post.</param>
/// <param name="AgencyId">Agency that decided.</param>
/// <param name="Comment">The actor's words, or null.</param>
/// <param name="Fields">Answers of the task's form by key.</param>
/// <param name="CompletedAt">When, UTC.</param>
public sealed record MatterStepCompleted(
    Guid DossierId, Guid SubjectId, string Matter, Guid TaskId, string Action, Guid? ActorId, string ActorName, string ActorTitle, Guid AgencyId, string? Comment,
    IReadOnlyDictionary<string, string> Fields, DateTimeOffset CompletedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A matter has waited longer than it may; those above were told.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="SubjectId">The paper or request it is about.</param>
/// <param name="Matter">Code of <see cref="Matters"/>.</param>
/// <param name="EscalatedTo">Agency whose heads were told.</param>
/// <param name="At">When, UTC.</param>
public sealed record MatterEscalated(Guid DossierId, Guid SubjectId, string Matter, string EscalatedTo, DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}
