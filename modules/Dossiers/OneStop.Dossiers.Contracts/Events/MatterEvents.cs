using OneStop.Kernel.Events;

namespace OneStop.Dossiers.Contracts.Events;

/// <summary>Something beside a dossier's own process needs the head of a unit; Approvals runs the matter's process.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="SubjectId">The paper or request it is about.</param>
/// <param name="Matter">Code of Approvals' <c>Matters</c>.</param>
/// <param name="AgencyId">Agency whose head decides.</param>
/// <param name="Fields">What the task's form begins with, by key.</param>
/// <param name="OpenedAt">When, UTC.</param>
public sealed record MatterOpened(
    Guid DossierId, Guid SubjectId, string Matter, Guid AgencyId, IReadOnlyDictionary<string, string> Fields, DateTimeOffset OpenedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A matter needs no decision any more; its task leaves the inbox.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="SubjectId">The paper or request it was about.</param>
/// <param name="Reason">Code of the reason, for the process's history.</param>
/// <param name="ClosedAt">When, UTC.</param>
public sealed record MatterClosed(Guid DossierId, Guid SubjectId, string Reason, DateTimeOffset ClosedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The appointment is near, for the first time since it was last moved: those who work on the dossier, and their heads, are to be warned.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="DueAt">The appointment, UTC.</param>
/// <param name="WarnedAt">When, UTC.</param>
public sealed record DeadlineNear(Guid DossierId, DateTimeOffset DueAt, DateTimeOffset WarnedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The appointment has passed: those who work on the dossier, and their heads, are to be told.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="DueAt">The appointment that passed, UTC.</param>
/// <param name="Again">Whether it was the appointment an apology had given, which cannot be moved again.</param>
/// <param name="PassedAt">When it was found, UTC.</param>
public sealed record DeadlinePassed(Guid DossierId, DateTimeOffset DueAt, bool Again, DateTimeOffset PassedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}
