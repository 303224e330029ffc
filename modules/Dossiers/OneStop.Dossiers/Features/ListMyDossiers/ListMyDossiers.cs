using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ListMyDossiers;

internal enum MyView
{
    Running,
    Drafts,
    Done,
}

// The caller's dossiers of one view, the latest touched first.
[Requires(Permissions.Own)]
internal sealed record ListMyDossiers(MyView View, string? After = null, int Size = 20) : IQuery<MyDossiers>;

internal sealed record MyDossiers(Page<MyDossierRow> Page, IReadOnlyDictionary<MyView, int> Counts);

internal sealed record MyDossierRow(
    Guid Id, string? Code, string ProcedureName, DossierStatus Status, DossierStage Stage, string? CurrentStepName, string? CurrentStepNameEn, string? CurrentAgencyName,
    string AgencyName, string PlaceName, DateTimeOffset UpdatedAt, DateTimeOffset? DueAt, DateTimeOffset? FinishedAt, bool IsPaused, Guid AgencyId)
{
    public DateTimeOffset? LegalDueAt { get; init; }

    public DateTimeOffset? LateAt { get; init; }
}

internal sealed class ListMyDossiersHandler(OwnDossiers own) : IHandler<ListMyDossiers, MyDossiers>
{
    private const int MostCounted = 1000;
    private static readonly DossierStatus[] DoneStatuses = [DossierStatus.Refused, DossierStatus.Stopped, DossierStatus.Returned];

    private sealed record Key(DateTimeOffset At, Guid Id);

    public async Task<Result<MyDossiers>> Handle(ListMyDossiers request, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(request.Size, 1, 100);
        var query = In(request.View);
        if (Cursor.Decode<Key>(request.After) is { } key)
            query = query.Before(d => d.UpdatedAt, d => d.Id, key.At, key.Id);
        var rows = await query.OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(size + 1)
            .Select(d => new MyDossierRow(
                d.Id, d.Code ?? d.TemporaryCode, d.ProcedureName, d.Status, d.Stage, d.CurrentStepName, d.CurrentStepNameEn, d.CurrentAgencyName, d.ReceivingAgencyName, d.PlaceName,
                d.UpdatedAt, d.DueAt, d.FinishedAt, d.PausedAt != null, d.ReceivingAgencyId) { LegalDueAt = d.LegalDueAt, LateAt = d.LateAt })
            .ToListAsync(cancellationToken);

        var counts = new Dictionary<MyView, int>();
        foreach (var view in Enum.GetValues<MyView>())
            counts[view] = await In(view).OrderBy(d => d.Id).Take(MostCounted).CountAsync(cancellationToken);
        return new MyDossiers(Page<MyDossierRow>.Cut(rows, size, r => new Key(r.UpdatedAt, r.Id)), counts);
    }

    private IQueryable<Dossier> In(MyView view) => view switch
    {
        MyView.Drafts => own.All.AsNoTracking().Where(d => d.Status == DossierStatus.Draft),
        MyView.Done => own.All.AsNoTracking().Where(d => DoneStatuses.Contains(d.Status)),
        _ => own.All.AsNoTracking().Where(d => d.Status != DossierStatus.Draft && !DoneStatuses.Contains(d.Status)),
    };
}
