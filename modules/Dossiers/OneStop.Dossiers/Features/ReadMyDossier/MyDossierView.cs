using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ReadMyDossier;

internal sealed record MyDossierView(
    Guid Id, string? Code, string? TemporaryCode, string? LookupCode, DossierStatus Status, DossierStage Stage, string ProcedureCode, string ProcedureName,
    string ApplicantName, string PlaceName, Guid AgencyId, string AgencyName, string? AgencyAddress, string? AgencyPhone, string ReturnMethod, DateTimeOffset? SubmittedAt,
    DateTimeOffset? AnswerBy, DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? OriginalDueAt, DateTimeOffset? PausedAt,
    DateTimeOffset? FinishedAt, DateTimeOffset? ReturnedAt, DateTimeOffset? ClosedAt, string? ClosingReason, string? ClosingLegalBasis, string? CurrentStepName,
    string? CurrentAgencyName, decimal? FeeDue, bool IsPaymentOpen, bool CanAskWithdrawal, bool CanDownloadResult, SupplementView? OpenSupplement,
    IReadOnlyList<HistoryRow> History, IReadOnlyList<StepView> Steps, IReadOnlyList<SupplementView> Supplements, IReadOnlyList<DeadlineRow> Deadlines,
    IReadOnlyList<MessageRow> Messages, IReadOnlyList<FileRow> Files, IReadOnlyList<ReaderRow> Readers)
{
    public DateTimeOffset? LegalDueAt { get; init; }

    // Why the result was called back; null while it holds.
    public string? Revoked { get; init; }

    public DateTimeOffset? LateAt { get; init; }

    public DueClass DueClass { get; init; }

    public string? RuleSetKey { get; init; }

    public IReadOnlyList<ExplanationLine> Why { get; init; } = [];

    // Third parties whose time is being left out now.
    public IReadOnlyList<ThirdPartyRow> ThirdParties { get; init; } = [];

    public string? PublicCode => Code ?? TemporaryCode;

    public IReadOnlyList<DossierLatenessLine> Lateness { get; init; } = [];

    public static MyDossierView Of(Dossier d, string? lookupCode, AgencyInfo? agency, DateTimeOffset? answerBy, IReadOnlyList<ReaderRow> readers) => new(
        d.Id, d.Code, d.TemporaryCode, lookupCode, d.Status, d.Stage, d.ProcedureCode, d.ProcedureName, d.Applicant.Name, d.PlaceName, d.ReceivingAgencyId, d.ReceivingAgencyName,
        agency?.Address, agency?.Phone, d.ReturnMethod, d.SubmittedAt, answerBy, d.AcceptedAt, d.DueAt, d.OriginalDueAt, d.PausedAt, d.FinishedAt, d.ReturnedAt,
        d.ClosedAt, d.ClosingReason, d.ClosingLegalBasis, d.CurrentStepName is { } step ? StepNames.In(step, d.CurrentStepNameEn) : null, d.CurrentAgencyName, d.FeeDue, d.IsPaymentOpen, d.CanAskWithdrawal,
        d.CanDownloadResult, d.OpenSupplement is { } open ? SupplementView.Of(open) : null,
        [.. d.History.OrderBy(h => h.Sequence).Select(h => new HistoryRow(h.At, h.Deed, h.ActorName, h.ActorRole, SubjectOf(h, d), h.Comment))],
        [.. d.Steps.OrderBy(s => s.Sequence).Select(StepView.Of)],
        [.. d.Supplements.OrderBy(s => s.Number).Select(SupplementView.Of)],
        [.. d.DeadlineChanges.OrderBy(c => c.At).Select(c => new DeadlineRow(c.At, c.FromDueAt, c.ToDueAt, c.Kind, c.Ground, c.Document))],
        [.. d.Messages.OrderByDescending(m => m.At).Select(m => new MessageRow(m.At, m.FromName, new Kernel.Texts.LocalizedText(m.TextVi, m.TextEn).ToString()))],
        [.. d.Files.Where(f => f.Kind != DossierFileKind.Opinion).OrderBy(f => f.AddedAt).Select(f => new FileRow(f.Id, f.Kind, f.ComponentKey, f.Name, f.ContentType, f.Length, f.AddedAt))],
        readers)
    {
        Revoked = d.IsResultRevoked ? d.History.LastOrDefault(h => h.Deed == DossierDeed.RevokeResult)?.Comment ?? "" : null,
    };

    // The history is sealed as it was written; a step is named there in Vietnamese.
    private static string? SubjectOf(HistoryEntry entry, Dossier d) =>
        d.Steps.FirstOrDefault(s => s.Name == entry.Subject) is { } step ? StepNames.In(step.Name, step.NameEn) : entry.Subject;
}

internal sealed record ThirdPartyRow(ClockGround Ground, string Party, string? LegalGround, string? Document, DateTimeOffset Since, DateTimeOffset? AtMost);

internal sealed record HistoryRow(DateTimeOffset At, DossierDeed Deed, string ActorName, DossierRole ActorRole, string? Subject, string? Comment);

internal sealed record StepView(
    string Name, string AgencyName, string? DepartmentName, DateTimeOffset EnteredAt, DateTimeOffset? CompletedAt, int? AllowedMinutes, int? UsedMinutes)
{
    public static StepView Of(StepRow step) =>
        new(StepNames.In(step.Name, step.NameEn), step.AgencyName, step.DepartmentName, step.EnteredAt, step.CompletedAt, step.AllowedMinutes, step.UsedMinutes);
}

internal sealed record SupplementView(
    Guid Id, int Number, SupplementStage Stage, IReadOnlyList<string> Items, string Reason, string? LegalBasis, DateOnly? AnswerBy, string AgencyName,
    string AskedByName, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt)
{
    public static SupplementView Of(SupplementRequest s) =>
        new(s.Id, s.Number, s.Stage, s.Items, s.Reason, s.LegalBasis, s.AnswerBy, s.AgencyName, s.AskedByName, s.AskedAt, s.AnsweredAt);
}

internal sealed record DeadlineRow(DateTimeOffset At, DateTimeOffset? From, DateTimeOffset? To, DeadlineChangeKind Kind, string Ground, string? Document);

internal sealed record MessageRow(DateTimeOffset At, string FromName, string Text);

internal sealed record FileRow(Guid Id, DossierFileKind Kind, string ComponentKey, string Name, string ContentType, long Length, DateTimeOffset AddedAt);

internal sealed record ReaderRow(DateTimeOffset At, string Name, string? Title, string Purpose);
