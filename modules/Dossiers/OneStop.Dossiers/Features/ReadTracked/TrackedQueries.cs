using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Features.ReadTracked;

internal sealed record TrackedRow(
    long Version, string? Code, string ProcedureName, string Name, DossierStatus Status, DossierStage Stage, Guid ReceivingAgencyId, string ReceivingAgencyName,
    DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? OriginalDueAt, DateTimeOffset? FinishedAt,
    DateTimeOffset? ReturnedAt, DateTimeOffset? ClosedAt, DateTimeOffset? PausedAt, DateOnly? AnswerBy, string? WhyLines, DateTimeOffset? LateAt, DateTimeOffset? LegalDueAt,
    bool HasPauses, List<TrackedStep> Steps);

// Compiled once: this page is the one that strangers open most, and the way from expression to SQL costs more than the SQL.
// One of it for each host, because a compiled query belongs to the server it was compiled for.
internal sealed class TrackedQueries
{
    public readonly Func<DossiersDbContext, Guid, string, CancellationToken, Task<TrackedRow?>> Dossier = EF.CompileAsyncQuery(
        (DossiersDbContext context, Guid id, string hash, CancellationToken cancellationToken) => context.Dossiers.AsNoTracking().AsSingleQuery()
            .Where(d => d.Id == id && d.LookupCodeHash == hash && d.SubmittedAt != null)
            .Select(d => new TrackedRow(
                d.Version, d.Code ?? d.TemporaryCode, d.ProcedureName, d.Applicant.Name, d.Status, d.Stage, d.ReceivingAgencyId, d.ReceivingAgencyName, d.SubmittedAt,
                d.AcceptedAt, d.DueAt, d.OriginalDueAt, d.FinishedAt, d.ReturnedAt, d.ClosedAt, d.PausedAt,
                d.Supplements.Where(s => s.AnsweredAt == null).Select(s => s.AnswerBy).FirstOrDefault(),
                context.Set<DueNote>().Where(n => n.DossierId == d.Id).Select(n => n.Lines).FirstOrDefault(), d.LateAt, d.LegalDueAt,
                d.Pauses.Any(),
                d.Steps.OrderBy(s => s.Sequence)
                    .Select(s => new TrackedStep(s.Name, s.AgencyName, s.DepartmentName, s.EnteredAt, s.CompletedAt, s.UsedMinutes, s.AllowedMinutes, s.NameEn,
                        s.DueAt, s.IsOpinion, s.MustDecide)).ToList()))
            .FirstOrDefault());

    // Asked only where there are some: most dossiers never wait.
    public readonly Func<DossiersDbContext, Guid, IAsyncEnumerable<TrackedPause>> Pauses = EF.CompileAsyncQuery(
        (DossiersDbContext context, Guid id) => context.Dossiers.AsNoTracking().Where(d => d.Id == id).SelectMany(d => d.Pauses)
            .OrderBy(p => p.StartedAt).Select(p => new TrackedPause(p.Ground, p.StartedAt, p.EndedAt)));
}
