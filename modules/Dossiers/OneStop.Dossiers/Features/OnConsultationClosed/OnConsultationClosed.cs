using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnConsultationClosed;

// A body has answered, stayed silent or need not answer any more; its days are on record.
internal sealed class OnConsultationClosed(DossiersDbContext context, ILiveFeed live) : IEventHandler<ConsultationClosed>
{
    public async Task<Result<Done>> Handle(ConsultationClosed integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var closed = integrationEvent;
        var dossier = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == closed.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        // Asked when the dossier had already ended: there is nothing to close.
        if (dossier.Steps.All(s => s.TaskId != closed.ConsultationId))
            return Done.Value;

        var actor = closed.ActorId is null ? Actor.System : new Actor(closed.ActorId, closed.ActorName, DossierRole.Officer);
        var ended = dossier.EndOpinion(new StepOutcome(closed.ConsultationId, closed.Outcome, null, closed.ClosedAt, closed.UsedMinutes), actor, closed.ClosedAt);
        if (ended.IsFailure)
            return ended;
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
