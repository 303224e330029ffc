using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnProcessCompleted;

// The status came with the last step. A process without a hand-over leaves that to the desk, whose open queue now shows it.
internal sealed class OnProcessCompleted(DossiersDbContext context, ILiveFeed live) : IEventHandler<ProcessCompleted>
{
    public async Task<Result<Done>> Handle(ProcessCompleted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var agencyId = await context.Dossiers.Where(d => d.Id == integrationEvent.DossierId).Select(d => d.ReceivingAgencyId).FirstOrDefaultAsync(cancellationToken);
        if (agencyId != Guid.Empty)
            context.AfterCommit(() => live.Publish(ReceptionTopics.Of(agencyId)));
        return Done.Value;
    }
}
