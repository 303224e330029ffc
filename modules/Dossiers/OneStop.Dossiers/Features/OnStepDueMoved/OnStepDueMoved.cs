using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnStepDueMoved;

// The date of a running step has moved: shown where the step is shown, and kept in the history with its ground and paper.
internal sealed class OnStepDueMoved(DossiersDbContext context, TimeProvider time) : IEventHandler<StepDueMoved>
{
    public async Task<Result<Done>> Handle(StepDueMoved integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        dossier?.MoveStep(
            integrationEvent.TaskId, integrationEvent.StepName, integrationEvent.From, integrationEvent.To, $"{integrationEvent.Ground}; {integrationEvent.Document}", time.GetUtcNow());
        return Done.Value;
    }
}
