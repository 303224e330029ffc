using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnRequestRejected;

internal sealed class OnRequestRejected(DossiersDbContext context, ApologyDesk apologies, CitizenNotices notices, ILiveFeed live, TimeProvider time) : IEventHandler<RequestRejected>
{
    public async Task<Result<Done>> Handle(RequestRejected integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Pauses).FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.IsFinal)
            return Done.Value;

        var now = time.GetUtcNow();
        var rejected = dossier.Reject(integrationEvent.Reason, new Actor(integrationEvent.ActorId, integrationEvent.ActorName, DossierRole.Leader), now);
        if (rejected.IsFailure)
            return rejected;

        context.Raise(FormRequested.StopNotice(dossier.Id), now);
        await apologies.CloseAsync(dossier.Id, ApologyClosing.Stopped, now, cancellationToken);
        notices.Tell(dossier, NoticeKind.Rejected, now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
