using OneStop.Kernel.Events;

namespace OneStop.Approvals.Contracts.Events;

/// <summary>A body was asked for an opinion on a dossier (lấy ý kiến).</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="AskingTaskId">The task whose officer asks; null when the process itself asks.</param>
/// <param name="AskerId">Account that asks, or null.</param>
/// <param name="AskerName">Who asks.</param>
/// <param name="AgencyId">Agency asked.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="DepartmentName">Department asked, or null for the whole agency.</param>
/// <param name="MustDecide">Whether it takes part in deciding (Y); else it only supplies information (X).</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="DueAt">Until when, UTC.</param>
/// <param name="AllowedMinutes">Office minutes given.</param>
public sealed record ConsultationAsked(
    Guid DossierId, Guid ConsultationId, Guid? AskingTaskId, Guid? AskerId, string AskerName, Guid AgencyId, string AgencyName, string? DepartmentName, bool MustDecide,
    DateTimeOffset AskedAt, DateTimeOffset DueAt, int AllowedMinutes) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A consultation ended: answered, silent, passed over or withdrawn.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Outcome">Code of <see cref="ConsultationOutcomes"/>.</param>
/// <param name="ActorId">Who ended it, or null for silence.</param>
/// <param name="ActorName">Name; empty for silence.</param>
/// <param name="ClosedAt">When, UTC.</param>
/// <param name="UsedMinutes">Office minutes the body used.</param>
public sealed record ConsultationClosed(
    Guid DossierId, Guid ConsultationId, string Outcome, Guid? ActorId, string ActorName, DateTimeOffset ClosedAt, int UsedMinutes) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>How a consultation may end.</summary>
public static class ConsultationOutcomes
{
    /// <summary>The body agrees.</summary>
    public const string Agrees = "agrees";

    /// <summary>The body does not agree.</summary>
    public const string Disagrees = "disagrees";

    /// <summary>The body has remarks.</summary>
    public const string Remarks = "remarks";

    /// <summary>Silent beyond its date, which by law counts as agreement (im lặng).</summary>
    public const string Silent = "silent";

    /// <summary>Silent beyond its date; the asker's head went on without it.</summary>
    public const string PassedOver = "passed_over";

    /// <summary>Taken back by whoever asked, or the dossier ended.</summary>
    public const string Withdrawn = "withdrawn";
}
