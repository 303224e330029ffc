using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnDossierStopped;

/// <summary>The dossier is stopped or withdrawn: its process and the matters beside it end, and their tasks leave the inboxes.</summary>
internal sealed class OnDossierStopped(ApprovalsDbContext context, InstanceRunner runner) : IEventHandler<DossierStopped>
{
    public async Task<Result<Done>> Handle(DossierStopped integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var running = await context.Instances.Where(i => i.DossierId == integrationEvent.DossierId && i.EndedAt == null).OrderBy(i => i.SubjectId).Select(i => i.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in running)
        {
            if (await runner.LockAsync(id, cancellationToken) is not { } instance)
                continue;
            var command = new EngineCommand(DerivedId.From(envelope.EventId, instance.IsMatter ? $"stop/{id:N}" : "stop"), new Terminate(integrationEvent.Reason));
            var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.StoppedAt, cancellationToken);
            // A refusal means that nothing is open any more: the dossier went its way before the news came.
            if (applied.IsFailure)
                return applied.AsFailure<Done>();
        }

        return Done.Value;
    }
}
