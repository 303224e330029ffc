using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnProcessCompleted;

/// <summary>The dossier is done: who was only to supply information and has not, need not any more.</summary>
internal sealed class OnProcessCompleted(OpenQuestions questions) : IEventHandler<ProcessCompleted>
{
    public Task<Result<Done>> Handle(ProcessCompleted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken) =>
        questions.EndAsync(c => c.DossierId == integrationEvent.DossierId, envelope.EventId, "completed", integrationEvent.CompletedAt, cancellationToken);
}
