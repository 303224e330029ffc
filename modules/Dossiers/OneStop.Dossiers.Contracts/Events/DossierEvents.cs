using OneStop.Kernel.Events;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Contracts.Events;

/// <summary>The desk accepted a dossier (Mẫu 01): it has its number and appointment, and its process starts.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Code">Mã hồ sơ.</param>
/// <param name="ProcedureCode">Procedure.</param>
/// <param name="ProcedureName">Name of the procedure.</param>
/// <param name="Field">Lĩnh vực.</param>
/// <param name="ProcessKey">Process to start.</param>
/// <param name="ApplicantName">Applicant, for inboxes.</param>
/// <param name="PlaceCode">The dossier's place.</param>
/// <param name="ReceivingAgencyId">Agency whose desk accepted it.</param>
/// <param name="Channel">Code of Catalogue's <c>Channels</c>.</param>
/// <param name="AcceptedAt">When, UTC.</param>
/// <param name="DueAt">Appointment, UTC; null when there is none.</param>
/// <param name="AcceptedBy">Account of the clerk.</param>
/// <param name="AcceptedByName">Name of the clerk.</param>
/// <param name="Answers">Answers by field key: variables of conditions.</param>
public sealed record DossierAccepted(
    Guid DossierId, string Code, string ProcedureCode, string ProcedureName, string Field, string ProcessKey, string ApplicantName, string PlaceCode,
    Guid ReceivingAgencyId, string Channel, DateTimeOffset AcceptedAt, DateTimeOffset? DueAt, Guid AcceptedBy, string AcceptedByName,
    IReadOnlyDictionary<string, string> Answers) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The citizen completed what was asked after acceptance; the step that asked goes on.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="AskedAt">When it was asked, UTC.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
/// <param name="DueAt">Appointment after the pause, UTC.</param>
public sealed record SupplementReceived(Guid DossierId, DateTimeOffset AskedAt, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>Time of a third party is left out of the dossier's term. Told when it begins, with the most it may last, and again with its end when it has ended.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="IntervalId">The interval; the same in both tellings.</param>
/// <param name="Ground">Why.</param>
/// <param name="LegalGround">The decree or article that leaves it out.</param>
/// <param name="Document">The paper that began it.</param>
/// <param name="From">Since when, UTC.</param>
/// <param name="Until">Until when at most, or until when it was; UTC.</param>
public sealed record ThirdPartyTimeLeftOut(
    Guid DossierId, Guid IntervalId, ClockGround Ground, string LegalGround, string Document, DateTimeOffset From, DateTimeOffset Until) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>Work on a dossier ends for good before its process has: withdrawn, stopped, or the supplement never came.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Reason">Code: <c>withdrawn</c>, <c>stopped</c>, <c>supplement_timeout</c>.</param>
/// <param name="StoppedAt">When, UTC.</param>
public sealed record DossierStopped(Guid DossierId, string Reason, DateTimeOffset StoppedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The citizen asked to withdraw; open steps are on hold until the desk answers.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record WithdrawalAsked(Guid DossierId, DateTimeOffset AskedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>The desk refused the withdrawal; open steps go on.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="ResumedAt">When, UTC.</param>
public sealed record WithdrawalRefused(Guid DossierId, DateTimeOffset ResumedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"dossier:{DossierId}";
}

/// <summary>A paper was issued: a statutory form or a result, kept as a file.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="PaperCode">Code under which anyone checks it.</param>
/// <param name="Kind">Key of the form such as <c>mau-01</c>, or <c>result</c>.</param>
/// <param name="Title">What it is, in Vietnamese, as printed.</param>
/// <param name="Number">Its number and symbol.</param>
/// <param name="AgencyName">Agency that issued it.</param>
/// <param name="DossierCode">Mã hồ sơ, or the temporary code.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the file.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="Replaces">Code of the paper it takes the place of; or null.</param>
public sealed record PaperIssued(
    Guid DossierId, string PaperCode, string Kind, string Title, string Number, string AgencyName, string DossierCode, string Sha256, DateTimeOffset IssuedAt,
    string? Replaces) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"paper:{DossierId}";
}

/// <summary>A paper lost its validity.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="PaperCode">Its code.</param>
/// <param name="Reason">Why, in the words of the one who revoked it. Shown to anyone: no personal data.</param>
/// <param name="RevokedAt">When, UTC.</param>
public sealed record PaperRevoked(Guid DossierId, string PaperCode, string Reason, DateTimeOffset RevokedAt) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"paper:{DossierId}";
}
