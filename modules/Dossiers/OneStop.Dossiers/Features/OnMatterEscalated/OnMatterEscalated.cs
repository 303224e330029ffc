using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnMatterEscalated;

// The signature is late and those above were told: for everyone who reads the dossier to see.
internal sealed class OnMatterEscalated(DossiersDbContext context) : IEventHandler<MatterEscalated>
{
    public async Task<Result<Done>> Handle(MatterEscalated integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var apology = await context.Apologies.FirstOrDefaultAsync(a => a.Id == integrationEvent.SubjectId, cancellationToken);
        apology?.Escalate(integrationEvent.EscalatedTo, integrationEvent.At);
        return Done.Value;
    }
}
