using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ListWaiting;

// What waits for the citizen: supplements asked, fees due, drafts not sent; the latest touched first.
[Requires(Permissions.Own)]
internal sealed record ListWaiting : IQuery<IReadOnlyList<WaitingRow>>;

internal sealed record WaitingRow(Guid Id, string? Code, string ProcedureName, DossierStatus Status, DateOnly? AnswerBy)
{
    public string Url => Status switch
    {
        DossierStatus.Draft => DossiersUrls.Tasks(Id),
        DossierStatus.SupplementAsked => DossiersUrls.Supplement(Id),
        _ => DossiersUrls.Dossier(Id),
    };
}

internal sealed class ListWaitingHandler(OwnDossiers own) : IHandler<ListWaiting, IReadOnlyList<WaitingRow>>
{
    private const int Most = 6;
    private static readonly DossierStatus[] Waiting = [DossierStatus.SupplementAsked, DossierStatus.PaymentAsked, DossierStatus.Draft];

    public async Task<Result<IReadOnlyList<WaitingRow>>> Handle(ListWaiting request, CancellationToken cancellationToken)
    {
        // Each kind for itself, so that many drafts hide no date that runs.
        var rows = new List<WaitingRow>();
        foreach (var status in Waiting)
        {
            rows.AddRange(await own.All.AsNoTracking().Where(d => d.Status == status).OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(Most - rows.Count)
                .Select(d => new WaitingRow(
                    d.Id, d.Code ?? d.TemporaryCode, d.ProcedureName, d.Status, d.Supplements.Where(s => s.AnsweredAt == null).Select(s => s.AnswerBy).FirstOrDefault()))
                .ToListAsync(cancellationToken));
            if (rows.Count == Most)
                break;
        }

        return rows;
    }
}
