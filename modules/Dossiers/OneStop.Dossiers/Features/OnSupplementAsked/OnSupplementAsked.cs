using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.OnSupplementAsked;

internal sealed class OnSupplementAsked(DossiersDbContext context, IOrganisationDirectory organisation, DossierClock clock, ILiveFeed live, TimeProvider time)
    : IEventHandler<SupplementAsked>
{
    public async Task<Result<Done>> Handle(SupplementAsked integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Supplements).Include(d => d.Pauses).AsSplitQuery()
            .FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.IsFinal)
            return Done.Value;

        var agency = await organisation.FindAgencyAsync(integrationEvent.AgencyId, cancellationToken);
        var plan = await clock.PlanOfAsync(dossier, cancellationToken);
        var stops = await clock.StopsAfterAsync(dossier, plan?.StopAfter, integrationEvent.AnswerBy, integrationEvent.AskedAt, cancellationToken);
        if (stops.IsFailure)
            return stops.AsFailure<Done>();

        var ask = new SupplementAsk(
            integrationEvent.Items, integrationEvent.Reason, integrationEvent.LegalBasis, integrationEvent.AnswerBy, integrationEvent.AgencyId,
            agency?.Name ?? dossier.ReceivingAgencyName, integrationEvent.TaskId, integrationEvent.ConsentByName, stops.Value);
        // The clock stops when the officer asked, not when the event came.
        var asked = dossier.AskSupplement(ask, new Actor(integrationEvent.ActorId, integrationEvent.ActorName, DossierRole.Officer), integrationEvent.AskedAt);
        if (asked.IsFailure)
            return asked.AsFailure<Done>();
        var explained = await clock.ExplainAsync(dossier, integrationEvent.AskedAt, cancellationToken);
        if (explained.IsFailure)
            return explained;

        context.Raise(FormRequested.Supplement(dossier.Id, asked.Value.Id), time.GetUtcNow());
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
