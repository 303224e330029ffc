using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ListIncidents;

/// <summary>Which open incidents are meant; null leaves a criterion out.</summary>
internal sealed record IncidentFilter(string? Process, string? Code, string? Element)
{
    public IQueryable<Incident> Apply(ApprovalsDbContext context)
    {
        var open = context.Incidents.AsNoTracking().Where(i => i.MendedAt == null);
        if (!string.IsNullOrEmpty(Code))
            open = open.Where(i => i.Code == Code);
        if (!string.IsNullOrEmpty(Element))
            open = open.Where(i => i.Element == Element);
        if (!string.IsNullOrEmpty(Process))
            open = open.Where(i => context.Instances.Any(p => p.Id == i.InstanceId && context.ProcessVersions.Any(v => v.Id == p.ProcessVersionId && v.Key == Process)));
        return open;
    }
}

/// <summary>Open incidents, newest first.</summary>
[Requires(Permissions.Operate)]
internal sealed record ListIncidentsQuery(string? Cursor, IncidentFilter Filter) : IQuery<IncidentList>
{
    public ListIncidentsQuery(string? cursor)
        : this(cursor, new IncidentFilter(null, null, null))
    {
    }
}

/// <summary>One page of incidents; with the first, how many of each sort there are in all.</summary>
internal sealed record IncidentList(Page<IncidentRow> Page, IReadOnlyList<IncidentGroup> Groups);

internal sealed record IncidentGroup(string Process, string ProcessName, string Element, string Code, int Count);

internal sealed record IncidentRow(Guid Id, string DossierCode, string Element, string Code, string? Detail, DateTimeOffset RaisedAt, string? Note);

internal sealed class ListIncidentsHandler(ApprovalsDbContext context) : IHandler<ListIncidentsQuery, IncidentList>
{
    private const int Size = 50;
    private const int MostGroups = 200;

    private sealed record Key(DateTimeOffset At, Guid Id);

    public async Task<Result<IncidentList>> Handle(ListIncidentsQuery request, CancellationToken cancellationToken)
    {
        var open = request.Filter.Apply(context);
        if (Cursor.Decode<Key>(request.Cursor) is { } after)
            open = open.Before(i => i.RaisedAt, i => i.Id, after.At, after.Id);
        var rows = await open.OrderByDescending(i => i.RaisedAt).ThenByDescending(i => i.Id).Take(Size + 1)
            .Select(i => new IncidentRow(i.Id, i.DossierCode, i.Element, i.Code, i.Detail, i.RaisedAt, i.Note)).ToListAsync(cancellationToken);
        var groups = request.Cursor is null ? await GroupsAsync(cancellationToken) : [];
        return new IncidentList(Page<IncidentRow>.Cut(rows, Size, row => new Key(row.RaisedAt, row.Id)), groups);
    }

    private async Task<IReadOnlyList<IncidentGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        var counted = await (
            from incident in context.Incidents.Where(i => i.MendedAt == null)
            join instance in context.Instances on incident.InstanceId equals instance.Id
            join version in context.ProcessVersions on instance.ProcessVersionId equals version.Id
            group incident by new { version.Key, version.Name, incident.Element, incident.Code } into sort
            select new { sort.Key.Key, sort.Key.Name, sort.Key.Element, sort.Key.Code, Count = sort.Count() })
            .OrderByDescending(g => g.Count).Take(MostGroups).ToListAsync(cancellationToken);
        // Versions of one process may have been renamed.
        return
        [
            .. counted.GroupBy(g => (g.Key, g.Element, g.Code))
                .Select(g => new IncidentGroup(g.Key.Key, g.Last().Name, g.Key.Element, g.Key.Code, g.Sum(part => part.Count))),
        ];
    }
}
