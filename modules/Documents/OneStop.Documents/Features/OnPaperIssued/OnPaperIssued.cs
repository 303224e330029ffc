using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Data;
using OneStop.Documents.Domain;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Features.OnPaperIssued;

internal sealed class OnPaperIssued(DocumentsDbContext context) : IEventHandler<PaperIssued>
{
    public async Task<Result<Done>> Handle(PaperIssued integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await context.Papers.AnyAsync(p => p.Code == integrationEvent.PaperCode, cancellationToken))
            return Done.Value;

        context.Papers.Add(new IssuedPaper
        {
            Code = integrationEvent.PaperCode,
            DossierId = integrationEvent.DossierId,
            Kind = integrationEvent.Kind,
            Title = Fit(integrationEvent.Title, IssuedPaper.TitleLength),
            Number = Fit(integrationEvent.Number, IssuedPaper.NumberLength),
            AgencyName = Fit(integrationEvent.AgencyName, IssuedPaper.AgencyLength),
            DossierCode = integrationEvent.DossierCode,
            Sha256 = integrationEvent.Sha256,
            IssuedAt = integrationEvent.IssuedAt,
        });
        if (integrationEvent.Replaces is { } former && await context.Papers.FirstOrDefaultAsync(p => p.Code == former, cancellationToken) is { } replaced)
            replaced.ReplaceBy(integrationEvent.PaperCode, integrationEvent.IssuedAt);
        return Done.Value;
    }

    private static string Fit(string text, int length) => text.Length <= length ? text : text[..length];
}
