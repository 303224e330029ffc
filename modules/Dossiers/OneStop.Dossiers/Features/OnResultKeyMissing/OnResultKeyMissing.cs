using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnResultKeyMissing;

// A result that was signed in words and not yet in its file. Its stream is its own: what else happens to the dossier does not wait behind it.
internal sealed record ResultKeyMissing(Guid DossierId, IReadOnlyDictionary<string, string> Fields, Guid? IssuedBy, string IssuedByName, DateTimeOffset At) : IIntegrationEvent
{
    public string StreamKey => $"result:{DossierId}";
}

// Tried again as any event is, later and later, until the key opens; an operator sees it among the undelivered ones and can have it tried at once.
internal sealed class OnResultKeyMissing(DossiersDbContext context, ResultDesk desk, ILiveFeed live, TimeProvider time) : IEventHandler<ResultKeyMissing>
{
    public async Task<Result<Done>> Handle(ResultKeyMissing integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Steps).Include(d => d.Pauses).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        var result = await context.Set<DossierResult>().FirstOrDefaultAsync(r => r.DossierId == integrationEvent.DossierId, cancellationToken);
        if (dossier is null || result is null)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.FinishedAt is not null || dossier.IsFinal)
            return Done.Value;

        var clerk = new Actor(integrationEvent.IssuedBy, integrationEvent.IssuedByName, DossierRole.RecordsClerk);
        var issued = await desk.IssueAsync(dossier, result, integrationEvent.Fields, integrationEvent.IssuedBy is null ? Actor.System : clerk, time.GetUtcNow(), cancellationToken);
        if (issued.IsSuccess)
            context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return issued;
    }
}
