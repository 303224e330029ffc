using OneStop.Kernel.Events;

namespace OneStop.Approvals.Runtime;

/// <summary>A process has left a service task that was waiting for opinions, or (without a token) was stopped as a whole: nobody needs to answer.</summary>
internal sealed record QuestionsDropped(Guid DossierId, Guid InstanceId, int? Token) : IIntegrationEvent
{
    public string StreamKey => $"dossier:{DossierId}";
}
