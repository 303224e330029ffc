using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.OnMatterOpened;

/// <summary>Starts the process of a matter; its task comes into the inbox of the head.</summary>
internal sealed class OnMatterOpened(MatterStarter starter) : IEventHandler<MatterOpened>
{
    public Task<Result<Done>> Handle(MatterOpened integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken) =>
        starter.StartAsync(
            new MatterStart(
                integrationEvent.DossierId, integrationEvent.SubjectId, integrationEvent.Matter, integrationEvent.AgencyId, DerivedId.From(envelope.EventId, "start"),
                integrationEvent.Fields, integrationEvent.OpenedAt),
            cancellationToken);
}
