using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnMatterClosed;

/// <summary>Nothing is left to decide: the matter's process ends and its task leaves the inbox.</summary>
internal sealed class OnMatterClosed(ApprovalsDbContext context, InstanceRunner runner) : IEventHandler<MatterClosed>
{
    public async Task<Result<Done>> Handle(MatterClosed integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var (dossier, subject) = (integrationEvent.DossierId, integrationEvent.SubjectId);
        var id = await context.Instances.Where(i => i.DossierId == dossier && i.SubjectId == subject).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null || await runner.LockAsync(id.Value, cancellationToken) is not { } instance)
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "stop"), new Terminate(integrationEvent.Reason));
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.ClosedAt, cancellationToken);
        // A refusal means that it was decided before the news came.
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
