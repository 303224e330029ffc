using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.OnConsultationClosed;

// A body has answered, stayed silent or need not answer any more; its days are on record.
internal sealed class OnConsultationClosed(DossiersDbContext context, DossierClock clock, ILiveFeed live) : IEventHandler<ConsultationClosed>
{
    public async Task<Result<Done>> Handle(ConsultationClosed integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var closed = integrationEvent;
        var dossier = await context.Dossiers.Include(d => d.Steps).Include(d => d.Pauses).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == closed.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        // Asked when the dossier had already ended: there is nothing to close.
        if (dossier.Steps.All(s => s.TaskId != closed.ConsultationId))
            return Done.Value;

        var actor = closed.ActorId is null ? Actor.System : new Actor(closed.ActorId, closed.ActorName, DossierRole.Officer);
        var ended = dossier.EndOpinion(new StepOutcome(closed.ConsultationId, closed.Outcome, null, closed.ClosedAt, closed.UsedMinutes), actor, closed.ClosedAt);
        if (ended.IsFailure)
            return ended;
        if (!dossier.IsFinal && dossier.Pauses.Any(p => p is { EndedAt: null, Ground: ClockGround.Opinion }) && !dossier.Steps.Any(s => s is { IsOpinion: true, MustDecide: true, CompletedAt: null }))
        {
            var dates = await clock.AfterAsync(dossier, ClockGround.Opinion, closed.ClosedAt, cancellationToken);
            if (dates.IsFailure)
                return dates.AsFailure<Done>();
            if (dossier.EndTimeOut(ClockGround.Opinion, dates.Value, Actor.System, closed.ClosedAt) is { IsFailure: true } failure)
                return failure;
        }

        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
