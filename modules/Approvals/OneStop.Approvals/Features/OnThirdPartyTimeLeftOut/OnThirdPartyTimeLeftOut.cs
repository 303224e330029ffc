using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnThirdPartyTimeLeftOut;

/// <summary>What is left out of the dossier's term is left out of its steps: until the most it may take, and then until it has ended.</summary>
internal sealed class OnThirdPartyTimeLeftOut(ApprovalsDbContext context, InstanceRunner runner, StepDates dates) : IEventHandler<ThirdPartyTimeLeftOut>
{
    public async Task<Result<Done>> Handle(ThirdPartyTimeLeftOut integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await runner.LockByDossierAsync(integrationEvent.DossierId, cancellationToken) is not { EndedAt: null } instance)
            return Done.Value;
        var pause = await context.StepPauses.FindAsync([integrationEvent.IntervalId], cancellationToken);
        if (pause is null)
        {
            pause = new StepPause
            {
                Id = integrationEvent.IntervalId, InstanceId = instance.Id, Ground = integrationEvent.Ground, LegalGround = integrationEvent.LegalGround,
                Document = integrationEvent.Document, From = integrationEvent.From,
            };
            context.StepPauses.Add(pause);
        }

        pause.Until = integrationEvent.Until;
        await dates.RecountAsync(instance, new DateGround(integrationEvent.LegalGround, integrationEvent.Document), null, envelope.OccurredAt, cancellationToken);
        return Done.Value;
    }
}
