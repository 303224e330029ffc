using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnProcessCompleted;

/// <summary>The dossier is done: who was only to supply information and has not, need not any more.</summary>
internal sealed class OnProcessCompleted(ApprovalsDbContext context, InstanceRunner runner) : IEventHandler<ProcessCompleted>
{
    public async Task<Result<Done>> Handle(ProcessCompleted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = integrationEvent.DossierId;
        var open = await context.Instances.Where(i => i.DossierId == dossier && i.Matter == Matters.Consultation && i.EndedAt == null).OrderBy(i => i.SubjectId).Select(i => i.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in open)
        {
            if (await runner.LockAsync(id, cancellationToken) is not { } instance)
                continue;
            var command = new EngineCommand(DerivedId.From(envelope.EventId, $"stop/{id:N}"), new Terminate("completed"));
            var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.CompletedAt, cancellationToken);
            if (applied.IsFailure)
                return applied.AsFailure<Done>();
        }

        return Done.Value;
    }
}
