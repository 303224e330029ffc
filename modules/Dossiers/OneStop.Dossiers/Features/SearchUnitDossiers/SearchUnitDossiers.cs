using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.SearchUnitDossiers;

// Dossiers received within the caller's reach, newest first: the unit's for case workers, the whole province's for an inspector.
[Requires(DeskPermissions.ReadUnit)]
internal sealed record SearchUnitDossiers(string? Search, string? After) : IQuery<Page<UnitDossierRow>>;

internal sealed record UnitDossierRow(
    Guid Id, string Code, string ProcedureName, string ApplicantName, string AgencyName, string? CurrentStep, DossierStatus Status, DateTimeOffset SentAt,
    DateTimeOffset? DueAt, bool IsLate);

internal sealed class SearchUnitDossiersHandler(DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, TimeProvider time)
    : IHandler<SearchUnitDossiers, Page<UnitDossierRow>>
{
    private const int PageSize = 25;

    public async Task<Result<Page<UnitDossierRow>>> Handle(SearchUnitDossiers request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = Within(context.Dossiers.AsNoTracking().Where(d => d.SubmittedAt != null));
        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var code = search.ToUpperInvariant();
            var name = SearchName.Of(search);
            found = found.Where(d => d.Code!.Contains(code) || d.TemporaryCode!.Contains(code) || (name != "" && d.Applicant.SearchName.Contains(name)));
        }

        if (Cursor.Decode<UnitKey>(request.After) is { } after)
            found = found.Before(d => d.SubmittedAt, d => d.Id, after.SentAt, after.Id);

        var rows = await found.OrderByDescending(d => d.SubmittedAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new UnitDossierRow(
                d.Id, d.Code ?? d.TemporaryCode ?? "", d.ProcedureName, d.Applicant.Name, d.ReceivingAgencyName, d.CurrentStepName, d.Status, d.SubmittedAt!.Value,
                d.DueAt, d.FinishedAt == null && d.ClosedAt == null && d.PausedAt == null && d.LateAt <= now))
            .ToListAsync(cancellationToken);
        return Page<UnitDossierRow>.Cut(rows, PageSize, r => new UnitKey(r.SentAt, r.Id));
    }

    private IQueryable<Dossier> Within(IQueryable<Dossier> dossiers)
    {
        var assignments = permissions.AssignmentsFor(callers.Caller, DeskPermissions.ReadUnit);
        if (callers.Caller.Kind == CallerKind.System || assignments.Any(a => a.Reach == Reach.Province))
            return dossiers;

        var units = assignments.Where(a => a.Reach == Reach.Unit).Select(a => a.AgencyPath).ToArray();
        var below = assignments.Where(a => a.Reach == Reach.UnitAndBelow).Select(a => a.AgencyPath + "%").ToArray();
        return dossiers.Where(d => units.Contains(d.ReceivingAgencyPath) || below.Any(p => EF.Functions.Like(d.ReceivingAgencyPath, p)));
    }

    private sealed record UnitKey(DateTimeOffset SentAt, Guid Id);
}
