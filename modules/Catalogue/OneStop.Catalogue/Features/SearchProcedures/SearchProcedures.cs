using OneStop.Catalogue.Search;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Catalogue.Features.SearchProcedures;

[OpenToAll]
internal sealed record SearchProcedures(string? Text, SearchFilter Filter, string? After = null, int Size = SearchProcedures.DefaultSize) : IQuery<ProcedureList>
{
    public const int DefaultSize = 20;
    public const int LargestSize = 100;
    public const int LongestText = 200;
}

// CorrectedTo is how the words were read when they were not taken as typed.
internal sealed record ProcedureList(
    IReadOnlyList<ProcedureRow> Items, string? Next, int Total, string? CorrectedTo, IReadOnlyList<FieldFacet> Fields);

internal sealed class SearchProceduresHandler(CatalogueIndex index) : IHandler<SearchProcedures, ProcedureList>
{
    public async Task<Result<ProcedureList>> Handle(SearchProcedures request, CancellationToken cancellationToken)
    {
        var snapshot = await index.GetAsync(cancellationToken);
        var text = request.Text is { Length: > SearchProcedures.LongestText } longer ? longer[..SearchProcedures.LongestText] : request.Text;
        var answer = snapshot.Index.Search(text, request.Filter);
        var start = Start(answer.Hits, Cursor.Decode<string>(request.After));
        var size = Math.Clamp(request.Size, 1, SearchProcedures.LargestSize);
        var rows = answer.Hits.Skip(start).Take(size + 1).Select(h => ProcedureRow.From(h.Document)).ToArray();
        var page = Page<ProcedureRow>.Cut(rows, size, r => r.Code);
        return new ProcedureList(page.Items, page.Next, answer.Hits.Count, answer.CorrectedTo, snapshot.Fields);
    }

    // The list goes on after the last procedure seen, wherever that stands now.
    private static int Start(IReadOnlyList<SearchHit> hits, string? after)
    {
        for (var i = 0; after is not null && i < hits.Count; i++)
            if (hits[i].Document.Code == after)
                return i + 1;
        return 0;
    }
}
