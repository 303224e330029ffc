using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnProcessCancelled;

// The agency stops the dossier for a reason of its own. A result that is issued already stays: the desk hands it over.
internal sealed class OnProcessCancelled(DossiersDbContext context, CitizenNotices notices, ILiveFeed live, TimeProvider time) : IEventHandler<ProcessCancelled>
{
    private const string CancelledCode = "process_cancelled";

    public async Task<Result<Done>> Handle(ProcessCancelled integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Pauses).FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.IsFinal || dossier.Status == DossierStatus.Finished)
            return Done.Value;

        var now = time.GetUtcNow();
        var stopped = dossier.Stop(integrationEvent.Reason, null, new Actor(integrationEvent.ActorId, integrationEvent.ActorName, DossierRole.System), now);
        if (stopped.IsFailure)
            return stopped;

        context.Raise(new DossierStopped(dossier.Id, CancelledCode, now), now);
        notices.Tell(dossier, NoticeKind.Stopped, now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
