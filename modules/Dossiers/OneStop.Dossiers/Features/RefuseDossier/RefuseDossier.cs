using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.RefuseDossier;

[Requires(DeskPermissions.Receive)]
internal sealed record RefuseDossier(Guid DossierId, long Version, string? Reason, string? LegalBasis) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed class RefuseDossierHandler(DossiersDbContext context, DeskScope scope, ILiveFeed live, TimeProvider time) : IHandler<RefuseDossier, Done>
{
    public async Task<Result<Done>> Handle(RefuseDossier request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.Include(d => d.Pauses).FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.Receive, request.Version);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<Done>();

        var now = time.GetUtcNow();
        var refused = dossier.Refuse(InputText.Keep(request.Reason!), InputText.Keep(request.LegalBasis!), scope.Clerk, now);
        if (refused.IsFailure)
            return refused;

        context.Raise(FormRequested.Refusal(dossier.Id), now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
