using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnDeadlineNear;

/// <summary>Warns whoever holds the dossier's open steps, and their heads.</summary>
internal sealed class OnDeadlineNear(DossierNotices notices) : IEventHandler<DeadlineNear>
{
    public async Task<Result<Done>> Handle(DeadlineNear integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        await notices.SendAsync(integrationEvent.DossierId, "DossierNear", integrationEvent.DueAt, cancellationToken);
        return Done.Value;
    }
}
