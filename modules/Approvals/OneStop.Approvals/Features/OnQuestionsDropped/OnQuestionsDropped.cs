using OneStop.Approvals.Runtime;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnQuestionsDropped;

/// <summary>Ends the questions of a service task that was interrupted, or of a process that was stopped; the bodies are told.</summary>
internal sealed class OnQuestionsDropped(OpenQuestions questions) : IEventHandler<QuestionsDropped>
{
    public Task<Result<Done>> Handle(QuestionsDropped integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken) =>
        questions.EndAsync(c => c.AskingInstanceId == integrationEvent.InstanceId && (integrationEvent.Token == null || c.WaitingToken == integrationEvent.Token), envelope.EventId, "dropped", envelope.OccurredAt, cancellationToken);
}
