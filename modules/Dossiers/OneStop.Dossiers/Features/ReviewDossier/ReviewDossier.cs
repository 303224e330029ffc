using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ListReception;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ReviewDossier;

// A command, not a query: each reading by the desk is recorded.
[Requires(DeskPermissions.Receive)]
internal sealed record ReviewDossier(Guid DossierId) : ICommand<DossierReview>, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed record DossierReview(
    DossierForOfficer Facts, long Version, DossierStage Stage, string ReturnMethod, DateTimeOffset? AnswerDueAt, WorkingSpan? AnswerLeft,
    IReadOnlyList<ReviewPaper> Papers,
    ReceptionEntries? Typed, DuePreview? Due, Error? DueError, TermGap? TermGap, string? WithdrawalReason, IReadOnlyList<SupplementLine> Supplements,
    IReadOnlyList<DossierFileInfo> Forms, IReadOnlyList<DossierFileInfo> Results, Guid? OpenTaskId, string? OpenStepName, string? ClosingReason);

internal sealed record ReviewPaper(string Key, string Name, bool Required, IReadOnlyList<DossierFileInfo> Files);

internal sealed record SupplementLine(int Number, DateTimeOffset AskedAt, string AskedBy, IReadOnlyList<string> Items, string Reason, DateOnly? AnswerBy, DateTimeOffset? AnsweredAt, string? Answer);

// Everything a clerk has typed on the page, kept so that neither a lost line nor a lost race loses a word.
internal sealed record ReceptionEntries(
    IReadOnlyList<PaperCheck> Checks, string? Decision, string? SupplementItems, string? SupplementReason, string? SupplementBy, string? RefusalKind,
    string? RefusalReason, string? LegalBasis, string? WithdrawalReason, TermOfCase? Term = null);

internal sealed class ReviewDossierHandler(
    DossiersDbContext context, DeskScope scope, DossierReader reader, AccessLog log, ICatalogue catalogue, DossierClock clock, IWorkingCalendar calendar, IFieldProtector protector,
    PaperWords words, TimeProvider time) : IHandler<ReviewDossier, DossierReview>
{
    public async Task<Result<DossierReview>> Handle(ReviewDossier request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.AsNoTracking().Include(d => d.Files).Include(d => d.History).Include(d => d.Supplements).Include(d => d.Steps)
            .AsSplitQuery().FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.Receive);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<DossierReview>();

        log.Record(dossier.Id, words.Say("Purpose.Reception"));
        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        var (due, dueError) = await PreviewAsync(dossier, procedure, cancellationToken);
        var answerDue = await AnswerDueAsync(dossier, cancellationToken);
        var open = dossier.Steps.Where(s => s.CompletedAt is null && !s.IsOpinion).MaxBy(s => s.Sequence);
        return new DossierReview(
            await reader.ReadAsync(dossier, cancellationToken), dossier.Version, dossier.Stage, dossier.ReturnMethod, answerDue,
            answerDue is { } by ? await calendar.BetweenAsync(dossier.ReceivingAgencyId, time.GetUtcNow(), by, cancellationToken) : null,
            Papers(dossier, procedure), await TypedAsync(dossier.Id, cancellationToken), due, dueError,
            dossier.AcceptedAt is null && procedure?.TermGap is { Kind: not TermGapKind.NoReturnDate } gap ? gap : null,
            dossier.Stage == DossierStage.WithdrawalAsked ? dossier.History.Where(h => h.Deed == DossierDeed.AskWithdrawal).MaxBy(h => h.Sequence)?.Comment : null,
            [.. dossier.Supplements.OrderByDescending(s => s.Number).Select(s => new SupplementLine(s.Number, s.AskedAt, s.AskedByName, s.Items, s.Reason, s.AnswerBy, s.AnsweredAt, s.Answer))],
            FilesOf(dossier, DossierFileKind.Form), FilesOf(dossier, DossierFileKind.Result), open?.TaskId, open?.Name, dossier.ClosingReason);
    }

    private async Task<(DuePreview? Due, Error? Error)> PreviewAsync(Dossier dossier, ProcedureVersionInfo? procedure, CancellationToken cancellationToken)
    {
        if (dossier.AcceptedAt is not null)
        {
            var note = await context.Set<DueNote>().AsNoTracking().FirstOrDefaultAsync(n => n.DossierId == dossier.Id, cancellationToken);
            return note is null ? (null, null) : (new DuePreview(dossier.DueAt, note.ReadLines()), null);
        }

        if (procedure is null)
            return (null, null);
        if (procedure.TermGap is { Kind: not TermGapKind.NoReturnDate })
            return (null, null);
        var read = await clock.PreviewAsync(dossier.ReceivingAgencyId, procedure.Clock.PlanOf(TermRules.Published(procedure, dossier.Channel)?.Term), time.GetUtcNow(), cancellationToken);
        return read.TryGet(out var preview) ? (preview, null) : (null, read.Error);
    }

    private async Task<DateTimeOffset?> AnswerDueAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        if (dossier.Status != DossierStatus.Submitted || dossier.SubmittedAt is not { } sent)
            return null;
        var since = dossier.Stage == DossierStage.AwaitingReceptionAgain ? dossier.Supplements.Max(s => s.AnsweredAt) ?? sent : sent;
        return (await calendar.AddHoursAsync(dossier.ReceivingAgencyId, since, ListReceptionHandler.AnswerHours, cancellationToken)).TryGet(out var due) ? due : null;
    }

    private async Task<ReceptionEntries?> TypedAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        var clerkId = scope.Caller.Id;
        var sheet = await context.Set<ReceptionSheet>().AsNoTracking().FirstOrDefaultAsync(s => s.DossierId == dossierId && s.ClerkId == clerkId, cancellationToken);
        return sheet is null ? null : JsonSerializer.Deserialize<ReceptionEntries>(protector.Unprotect(sheet.ContentProtected));
    }

    private static IReadOnlyList<ReviewPaper> Papers(Dossier dossier, ProcedureVersionInfo? procedure)
    {
        var files = dossier.Files.Where(f => f.Kind == DossierFileKind.Citizen).OrderBy(f => f.AddedAt).ToLookup(f => f.ComponentKey);
        return procedure is null
            ? [.. files.Select(g => new ReviewPaper(g.Key, g.Key, false, [.. g.Select(DossierReader.FileOf)]))]
            : [.. PaperRules.Of(procedure, dossier.Case).Select(c => new ReviewPaper(c.Key, c.Name, c.Required, [.. files[c.Key].Select(DossierReader.FileOf)]))];
    }

    private static IReadOnlyList<DossierFileInfo> FilesOf(Dossier dossier, DossierFileKind kind) =>
        [.. dossier.Files.Where(f => f.Kind == kind).OrderBy(f => f.AddedAt).Select(DossierReader.FileOf)];
}
