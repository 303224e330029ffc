using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnMatterStepEntered;

// The apology lies before the head: until when it is to be signed.
internal sealed class OnMatterStepEntered(DossiersDbContext context) : IEventHandler<MatterStepEntered>
{
    public async Task<Result<Done>> Handle(MatterStepEntered integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (integrationEvent.Matter != Matters.Apology)
            return Done.Value;
        var apology = await context.Apologies.FirstOrDefaultAsync(a => a.Id == integrationEvent.SubjectId, cancellationToken);
        apology?.WaitAt(integrationEvent.TaskId, integrationEvent.DueAt);
        return Done.Value;
    }
}
