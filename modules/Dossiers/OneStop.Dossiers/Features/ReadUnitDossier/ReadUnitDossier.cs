using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadUnitDossier;

// Reads a dossier without working on it. A command, because each reading is recorded and shown to the owner.
[Requires(DeskPermissions.ReadUnit)]
internal sealed record ReadUnitDossier(Guid DossierId) : ICommand<UnitDossier>, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed record UnitDossier(
    DossierForOfficer Facts, IReadOnlyList<DossierFileInfo> Issued, bool CanCorrectResult, bool CanRevokeResult, bool CanLeaveTimeOut, bool CanSeeWay, bool WaitsForKey);

internal sealed class ReadUnitDossierHandler(
    DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, ITaskAccess tasks, DossierReader reader, AccessLog log, PaperWords words)
    : IHandler<ReadUnitDossier, UnitDossier>
{
    public async Task<Result<UnitDossier>> Handle(ReadUnitDossier request, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.AsNoTracking().Include(d => d.Files).Include(d => d.History).AsSplitQuery()
            .FirstOrDefaultAsync(d => d.Id == request.DossierId && d.SubmittedAt != null, cancellationToken);
        if (dossier is null || !(permissions.Allows(callers.Caller, DeskPermissions.ReadUnit, dossier.ReceivingAgencyPath)
            || await tasks.MayReadAsync(callers.Caller, dossier.Id, cancellationToken)))
            return Error.NotFound(DossierErrors.Missing);

        log.Record(dossier.Id, words.Say(callers.Caller.HasRole(Identity.Contracts.Roles.Inspector) ? "Purpose.Inspection" : "Purpose.Unit"));
        var issued = dossier.Files.Where(f => f.Kind is DossierFileKind.Form or DossierFileKind.Result).OrderBy(f => f.AddedAt).Select(DossierReader.FileOf);
        var (correct, revoke) = (dossier.Status == DossierStatus.Finished, dossier.Status is DossierStatus.Finished or DossierStatus.Returned && !dossier.IsResultRevoked);
        return new UnitDossier(
            await reader.ReadAsync(dossier, cancellationToken), [.. issued], correct && await HasSignedAsync(DeskPermissions.CorrectResult, dossier, cancellationToken),
            revoke && await HasSignedAsync(DeskPermissions.RevokeResult, dossier, cancellationToken),
            dossier is { AcceptedAt: not null, IsFinal: false } && permissions.AssignmentsFor(callers.Caller, DeskPermissions.LeaveTimeOut).Any()
                && await tasks.TakesPartAsync(callers.Caller, dossier.Id, cancellationToken),
            dossier.AcceptedAt is not null && (callers.Caller.HasRole(Identity.Contracts.Roles.Inspector) || await tasks.MayReadAsync(callers.Caller, dossier.Id, cancellationToken)),
            dossier.WaitsForKey);
    }

    // A leader of the agency that signed.
    private async Task<bool> HasSignedAsync(string permission, Dossier dossier, CancellationToken cancellationToken)
    {
        var agencies = permissions.AssignmentsFor(callers.Caller, permission).Select(a => (Guid?)a.AgencyId).ToArray();
        return agencies.Length > 0
            && await context.Set<DossierResult>().AnyAsync(r => r.DossierId == dossier.Id && r.FileId != null && agencies.Contains(r.SigningAgencyId), cancellationToken);
    }
}
