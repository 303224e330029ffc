using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.RevokeResult;

// Calls an issued result back without another in its place. The agency that signed it does, says why, and the owner is told.
[Requires(DeskPermissions.RevokeResult)]
internal sealed record RevokeResult(Guid DossierId, long Version, string? Reason) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class RevokeResultHandler(
    DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, CitizenNotices notices, TimeProvider time) : IHandler<RevokeResult, Done>
{
    public async Task<Result<Done>> Handle(RevokeResult request, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var result = await context.Set<DossierResult>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == request.DossierId, cancellationToken);
        if (dossier is null || result is not { FileId: { } file, SigningAgencyId: { } agency }
            || permissions.AssignmentsFor(callers.Caller, DeskPermissions.RevokeResult).All(a => a.AgencyId != agency))
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.Version != request.Version)
            return Error.Conflict(DeskErrors.ChangedByColleague);

        var now = time.GetUtcNow();
        var reason = InputText.Keep(request.Reason!);
        var revoked = dossier.RevokeResult(reason, new Actor(callers.Caller.AccountId, callers.Caller.Name, DossierRole.Leader), now);
        if (revoked.IsFailure)
            return revoked;
        context.Raise(new PaperRevoked(dossier.Id, PaperCode.Of(dossier.Id, ResultIssuer.PaperKind, file), reason, now), now);
        notices.Tell(dossier, NoticeKind.ResultRevoked, now);
        return Done.Value;
    }
}
