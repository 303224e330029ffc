using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadResultToRevoke;

// An issued result in force, at the desk or handed over, for the agency that signed it.
[Requires(DeskPermissions.RevokeResult)]
internal sealed record ReadResultToRevoke(Guid DossierId) : IQuery<ResultToRevoke>;

internal sealed record ResultToRevoke(long Version, string Code, string ProcedureName, string Number);

internal sealed class ReadResultToRevokeHandler(DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions) : IHandler<ReadResultToRevoke, ResultToRevoke>
{
    public async Task<Result<ResultToRevoke>> Handle(ReadResultToRevoke request, CancellationToken cancellationToken)
    {
        var agencies = permissions.AssignmentsFor(callers.Caller, DeskPermissions.RevokeResult).Select(a => a.AgencyId).ToHashSet();
        var dossier = await context.Dossiers.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Id == request.DossierId && (d.Status == DossierStatus.Finished || d.Status == DossierStatus.Returned), cancellationToken);
        var result = await context.Set<DossierResult>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == request.DossierId, cancellationToken);
        return dossier is { IsResultRevoked: false } && result is { NumberAndSymbol: { } number, SigningAgencyId: { } agency } && agencies.Contains(agency)
            ? new ResultToRevoke(dossier.Version, dossier.Code ?? "", dossier.ProcedureName, number)
            : Error.NotFound(DossierErrors.Missing);
    }
}
