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

internal sealed class OnSupplementAsked(DossiersDbContext context, IOrganisationDirectory organisation, ILiveFeed live, TimeProvider time)
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
        var ask = new SupplementAsk(
            integrationEvent.Items, integrationEvent.Reason, integrationEvent.LegalBasis, integrationEvent.AnswerBy, integrationEvent.AgencyId,
            agency?.Name ?? dossier.ReceivingAgencyName, integrationEvent.TaskId, integrationEvent.ConsentByName);
        // The clock stops when the officer asked, not when the event came.
        var asked = dossier.AskSupplement(ask, new Actor(integrationEvent.ActorId, integrationEvent.ActorName, DossierRole.Officer), integrationEvent.AskedAt);
        if (asked.IsFailure)
            return asked.AsFailure<Done>();

        context.Raise(FormRequested.Supplement(dossier.Id, asked.Value.Id), time.GetUtcNow());
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
