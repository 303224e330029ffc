using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnDeadlinePassed;

/// <summary>Tells whoever holds the dossier's open steps, and their heads, that the appointment was not kept.</summary>
internal sealed class OnDeadlinePassed(DossierNotices notices) : IEventHandler<DeadlinePassed>
{
    public async Task<Result<Done>> Handle(DeadlinePassed integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        await notices.SendAsync(integrationEvent.DossierId, integrationEvent.Again ? "DossierLateAgain" : "DossierLate", integrationEvent.DueAt, cancellationToken);
        return Done.Value;
    }
}
