using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Catalogue.Features.ShowLifeEvent;

[OpenToAll]
internal sealed record ShowLifeEvent(string Slug) : IQuery<LifeEventView>;

internal sealed record LifeEventView(string Key, IReadOnlyList<ProcedureRow> Procedures);

internal sealed class ShowLifeEventHandler(CatalogueIndex index) : IHandler<ShowLifeEvent, LifeEventView>
{
    public async Task<Result<LifeEventView>> Handle(ShowLifeEvent request, CancellationToken cancellationToken)
    {
        if (LifeEvents.Find(request.Slug) is not { } lifeEvent)
            return Error.NotFound(CatalogueErrors.UnknownLifeEvent, request.Slug);
        var byCode = (await index.GetAsync(cancellationToken)).Index.Documents.Where(d => d.LifeEvents.Contains(request.Slug))
            .ToDictionary(d => d.Code, StringComparer.Ordinal);
        return new LifeEventView(lifeEvent.Key,
            [.. lifeEvent.Codes.Where(byCode.ContainsKey).Select(c => ProcedureRow.From(byCode[c]))]);
    }
}
