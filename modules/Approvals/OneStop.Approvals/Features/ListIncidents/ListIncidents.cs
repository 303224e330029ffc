using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ListIncidents;

/// <summary>Open incidents, newest first.</summary>
[Requires(Permissions.Operate)]
internal sealed record ListIncidentsQuery(string? Cursor) : IQuery<Page<IncidentRow>>;

internal sealed record IncidentRow(Guid Id, string DossierCode, string Element, string Code, string? Detail, DateTimeOffset RaisedAt);

internal sealed class ListIncidentsHandler(ApprovalsDbContext context) : IHandler<ListIncidentsQuery, Page<IncidentRow>>
{
    private const int Size = 50;

    private sealed record Key(DateTimeOffset At, Guid Id);

    public async Task<Result<Page<IncidentRow>>> Handle(ListIncidentsQuery request, CancellationToken cancellationToken)
    {
        var open = context.Incidents.AsNoTracking().Where(i => i.MendedAt == null);
        if (Cursor.Decode<Key>(request.Cursor) is { } after)
            open = open.Where(i => i.RaisedAt < after.At || (i.RaisedAt == after.At && i.Id.CompareTo(after.Id) < 0));
        var rows = await open.OrderByDescending(i => i.RaisedAt).ThenByDescending(i => i.Id).Take(Size + 1)
            .Select(i => new IncidentRow(i.Id, i.DossierCode, i.Element, i.Code, i.Detail, i.RaisedAt)).ToListAsync(cancellationToken);
        return Page<IncidentRow>.Cut(rows, Size, row => new Key(row.RaisedAt, row.Id));
    }
}
