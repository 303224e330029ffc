using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnConsultationClosed;

/// <summary>The process that asked goes on once nobody who takes part in deciding is awaited any more.</summary>
internal sealed class OnConsultationClosed(ApprovalsDbContext context, InstanceRunner runner) : IEventHandler<ConsultationClosed>
{
    public async Task<Result<Done>> Handle(ConsultationClosed integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var id = integrationEvent.ConsultationId;
        var closed = await context.Consultations.AsNoTracking().Where(c => c.Id == id && c.WaitingToken != null).Select(c => new { c.AskingInstanceId, c.WaitingToken }).SingleOrDefaultAsync(cancellationToken);
        if (closed is not { WaitingToken: { } token } || await runner.LockAsync(closed.AskingInstanceId, cancellationToken) is not { EndedAt: null } instance)
            return Done.Value;
        // Read under the lock: of two answers at once, the second to come here sees both.
        var asked = await context.Consultations.AsNoTracking().Where(c => c.AskingInstanceId == instance.Id && c.WaitingToken == token).OrderBy(c => c.AskedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        if (asked.Exists(c => c.Blocks))
            return Done.Value;
        var command = new EngineCommand(DerivedId.From(envelope.EventId, "answered"), new ServiceDone(token, Opinions.Of(asked)));
        // A refusal means that the task has gone on or was interrupted.
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, integrationEvent.ClosedAt, cancellationToken);
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }
}
