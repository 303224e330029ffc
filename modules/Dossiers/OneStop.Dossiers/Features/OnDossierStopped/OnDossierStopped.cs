using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnDossierStopped;

// Whatever stops a dossier, the citizen gets the notice that the forms of 2025 ask for.
internal sealed class OnDossierStopped(DossiersDbContext context, ApologyDesk apologies, TimeProvider time) : IEventHandler<DossierStopped>
{
    public async Task<Result<Done>> Handle(DossierStopped integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (!await context.Files.AnyAsync(f => f.DossierId == integrationEvent.DossierId && f.ComponentKey == StatutoryFormKeys.StopNotice, cancellationToken))
            context.Raise(FormRequested.StopNotice(integrationEvent.DossierId), time.GetUtcNow());
        await apologies.CloseAsync(integrationEvent.DossierId, ApologyClosing.Stopped, time.GetUtcNow(), cancellationToken);
        return Done.Value;
    }
}
