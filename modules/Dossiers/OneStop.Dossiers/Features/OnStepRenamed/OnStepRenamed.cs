using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnStepRenamed;

// Whoever follows the dossier reads the step's name as the process says it now.
internal sealed class OnStepRenamed(DossiersDbContext context) : IEventHandler<StepRenamed>
{
    public async Task<Result<Done>> Handle(StepRenamed integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        dossier?.RenameStep(integrationEvent.TaskId, integrationEvent.Element, integrationEvent.StepName, integrationEvent.StepNameEn);
        return Done.Value;
    }
}
