using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Contracts;

/// <summary>What other modules may ask about dossiers.</summary>
public interface IDossierDirectory
{
    /// <summary>Everything an officer with a task on the dossier needs. The asking module has checked that the caller has that task; the reading is recorded with its purpose and shown to the citizen.</summary>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="purpose">Why it is read, for example the step's name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<DossierForOfficer>> ReadForOfficerAsync(Guid dossierId, string purpose, CancellationToken cancellationToken);

    /// <summary>Records that the caller read something of the dossier, for its owner to see; for those who are shown a part of it only.</summary>
    Task RecordReadingAsync(Guid dossierId, string purpose, CancellationToken cancellationToken);

    /// <summary>The accepted dossier that has the code; null for none. Tells nothing else of it.</summary>
    Task<Guid?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Papers with their files, for a process that sends them on: nobody reads them here.</summary>
    Task<IReadOnlyList<DossierComponent>> PapersAsync(Guid dossierId, CancellationToken cancellationToken);

    /// <summary>Local address that serves a file of a dossier to those who may read it.</summary>
    string FileUrl(Guid fileId);

    /// <summary>The most time that the law gives to bodies asked for an opinion on this dossier; null when its procedure names none.</summary>
    Task<Term?> OpinionLimitAsync(Guid dossierId, CancellationToken cancellationToken);

    /// <summary>How often an agency has asked for supplements while solving, and how often it may without a superior's consent.</summary>
    Task<SupplementAllowance> SupplementsOfAsync(Guid dossierId, Guid agencyId, CancellationToken cancellationToken);

    /// <summary>Whether what the head is about to sign or decide in a matter is sound: asked before it is recorded, answered at the field.</summary>
    /// <param name="matter">Code of Approvals' <c>Matters</c>.</param>
    /// <param name="subjectId">The paper or request it is about.</param>
    /// <param name="fields">Answers of the task's form by key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<Done>> CheckMatterAsync(string matter, Guid subjectId, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken);

    /// <summary>What a matter's form proposes instead of what has passed since it was drafted, by key; empty while all of it still holds.</summary>
    /// <param name="matter">Code of Approvals' <c>Matters</c>.</param>
    /// <param name="subjectId">The paper or request it is about.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyDictionary<string, string>> ProposeAnewAsync(string matter, Guid subjectId, CancellationToken cancellationToken);

    /// <summary>Whether the paper that a step signs, or issues with its signature, could be signed now: asked before anybody is told that it is done.</summary>
    Task<Result<Done>> CheckSigningAsync(PaperSigning signing, CancellationToken cancellationToken);
}

/// <summary>A step that signs a paper, or issues what was signed.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Deed">Code of Approvals' <c>StepDeeds</c>.</param>
/// <param name="ActorName">Who does the step.</param>
/// <param name="ActorTitle">Title of the post.</param>
/// <param name="AgencyName">Agency of the step.</param>
public sealed record PaperSigning(Guid DossierId, string Deed, string ActorName, string ActorTitle, string AgencyName);

/// <summary>Requests for supplements of one agency on one dossier.</summary>
/// <param name="Asked">How many it has made while solving.</param>
/// <param name="Limit">How many it may make without a superior's consent; null when the dossier's rule set knows no limit.</param>
public sealed record SupplementAllowance(int Asked, int? Limit)
{
    /// <summary>Whether the next one needs the consent.</summary>
    public bool NeedsConsent => Asked >= Limit;
}

/// <summary>A dossier as case workers see it.</summary>
/// <param name="Id">The dossier.</param>
/// <param name="Code">Mã hồ sơ.</param>
/// <param name="ProcedureCode">Procedure.</param>
/// <param name="ProcedureName">Name of the procedure.</param>
/// <param name="Status">Official status, 1 to 10.</param>
/// <param name="ReceivingAgencyName">Where it was received.</param>
/// <param name="SubmittedAt">Sent, UTC.</param>
/// <param name="AcceptedAt">Accepted, UTC.</param>
/// <param name="DueAt">Appointment now in force, UTC; null when there is none.</param>
/// <param name="Applicant">Applicant.</param>
/// <param name="Answers">Answers of the form, labelled, in order.</param>
/// <param name="Components">Papers with their files.</param>
/// <param name="History">What happened, oldest first.</param>
public sealed record DossierForOfficer(
    Guid Id, string Code, string ProcedureCode, string ProcedureName, int Status, string ReceivingAgencyName, DateTimeOffset? SubmittedAt,
    DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DossierApplicant Applicant, IReadOnlyList<DossierAnswer> Answers,
    IReadOnlyList<DossierComponent> Components, IReadOnlyList<DossierHistoryLine> History)
{
    /// <summary>What became of the deadline: who used the time, apologies, how often supplements were asked for.</summary>
    public IReadOnlyList<DossierLatenessLine> Lateness { get; init; } = [];

    /// <summary>The first appointment, UTC.</summary>
    public DateTimeOffset? OriginalDueAt { get; init; }

    /// <summary>The due date by law, UTC, which an apology does not move.</summary>
    public DateTimeOffset? LegalDueAt { get; init; }

    /// <summary>The first moment at which it is late, UTC, by the unit of its term.</summary>
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>How the dossier stands against its legal due date.</summary>
    public DueClass DueClass { get; init; }

    /// <summary>Why the appointment is that day.</summary>
    public IReadOnlyList<ExplanationLine> WhyDue { get; init; } = [];
}

/// <summary>An applicant; the citizen number is masked but for its last four digits.</summary>
/// <param name="Name">Họ và tên.</param>
/// <param name="CitizenNumberMasked">Masked number, or null.</param>
/// <param name="BirthDate">Date of birth, or null.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Email">E-mail, or null.</param>
/// <param name="Address">Address.</param>
public sealed record DossierApplicant(string Name, string? CitizenNumberMasked, DateOnly? BirthDate, string Phone, string? Email, string Address);

/// <summary>An answer.</summary>
/// <param name="Key">Key of the field.</param>
/// <param name="Label">The question, in the current UI language.</param>
/// <param name="Value">The answer as people read it.</param>
public sealed record DossierAnswer(string Key, string Label, string Value);

/// <summary>A paper and its files.</summary>
/// <param name="Name">Name.</param>
/// <param name="Required">Whether the dossier needs it.</param>
/// <param name="Files">Files.</param>
public sealed record DossierComponent(string Name, bool Required, IReadOnlyList<DossierFileInfo> Files);

/// <summary>A file.</summary>
/// <param name="Id">The file.</param>
/// <param name="Name">File name as uploaded.</param>
/// <param name="ContentType">Media type found from the bytes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Url">Local address that serves it to those who may read it.</param>
public sealed record DossierFileInfo(Guid Id, string Name, string ContentType, long Length, string Url);

/// <summary>A line of history.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What, in the current UI language.</param>
/// <param name="Actor">Who.</param>
/// <param name="Comment">Their words, or null.</param>
public sealed record DossierHistoryLine(DateTimeOffset At, string Text, string Actor, string? Comment);
