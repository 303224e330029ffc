using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Data;
using OneStop.Documents.Domain;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Features.OnPaperRevoked;

internal sealed class OnPaperRevoked(DocumentsDbContext context) : IEventHandler<PaperRevoked>
{
    public async Task<Result<Done>> Handle(PaperRevoked integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var paper = await context.Papers.FirstOrDefaultAsync(p => p.Code == integrationEvent.PaperCode, cancellationToken);
        // A paper from before the register was kept: there is nothing to revoke, and its successor must not wait behind it.
        if (paper is null)
            return Done.Value;
        paper.Revoke(integrationEvent.Reason.Length <= IssuedPaper.ReasonLength ? integrationEvent.Reason : integrationEvent.Reason[..IssuedPaper.ReasonLength], integrationEvent.RevokedAt);
        return Done.Value;
    }
}
