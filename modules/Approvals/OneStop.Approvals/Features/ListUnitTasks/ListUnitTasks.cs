using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.ListUnitTasks;

/// <summary>
/// Open tasks of a unit's people for whoever may reassign them, due first, and who has how many. Without an agency the caller's own.
/// Who moves work about need not read it: no applicant stands here.
/// </summary>
[Requires(Permissions.Reassign)]
internal sealed record ListUnitTasksQuery(Guid? AgencyId = null, Guid? AssigneeId = null, UnitTasksView View = UnitTasksView.All, string? Cursor = null) : IQuery<UnitTasks>
{
    /// <summary>Rows of one page; more than a page only to choose them all.</summary>
    public int Size { get; init; } = 30;
}

internal enum UnitTasksView
{
    All,

    /// <summary>Nobody has taken it.</summary>
    Free,

    /// <summary>Whoever has it holds the post no more.</summary>
    Left,
    Late,
}

internal sealed record UnitTasks(
    Guid AgencyId, string AgencyName, IReadOnlyList<UnitAgency> Agencies, IReadOnlyList<UnitPerson> People, Page<UnitTaskRow> Page, IReadOnlyList<string> Topics);

internal sealed record UnitAgency(Guid Id, string Name);

/// <summary>Somebody with open tasks in the unit; the absent and the gone are told apart.</summary>
internal sealed record UnitPerson(Guid AccountId, string Name, int Tasks, int Late, bool HasLeft, string? SubstituteName);

internal sealed record UnitTaskRow(
    Guid Id, string DossierCode, string ProcedureName, string StepName, string? StepNameEn, string Role, Guid AgencyId, string AgencyName, string? DepartmentName, Guid? AssigneeId,
    string? AssigneeName, DateTimeOffset EnteredAt, DateTimeOffset? DueAt, DateTimeOffset SortDue, bool IsWaiting, int? AllowedMinutes)
{
    public bool HasLeft { get; init; }

    public DateTimeOffset? LateAt => DueAt is { } due ? DueClasses.LateFrom(DueClasses.UnitOf(AllowedMinutes), due) : null;
}

internal sealed class ListUnitTasksHandler(ApprovalsDbContext context, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<ListUnitTasksQuery, UnitTasks>
{
    private sealed record Key(DateTimeOffset Due, Guid Id);

    private sealed record Load(Guid AccountId, string? Name, string Role, Guid? DepartmentId, int Tasks, int Late);

    public async Task<Result<UnitTasks>> Handle(ListUnitTasksQuery request, CancellationToken cancellationToken)
    {
        var (caller, now) = (callers.Caller, time.GetUtcNow());
        var posts = caller.Assignments.Where(a => a.Role is Roles.DepartmentHead or Roles.AgencyLeader or Roles.UnitAdmin).ToList();
        var agencyId = request.AgencyId ?? posts.Select(a => a.AgencyId).FirstOrDefault();
        if (await organisation.FindAgencyAsync(agencyId, cancellationToken) is not { } agency || Scope(caller, agency) is not { } scope)
            return Error.NotFound(ApprovalErrors.UnknownUnit);

        var loads = await LoadsAsync(scope, now, cancellationToken);
        var holders = await HoldersAsync(agency.Id, loads, now, cancellationToken);
        var left = loads.Where(l => !Holds(holders, l.AccountId, l.Role, l.DepartmentId)).Select(l => l.AccountId).ToHashSet();
        var size = Math.Clamp(request.Size, 1, BulkDeed.MostTasks);
        var rows = await Project(Narrow(scope, request, left, now)).Take(size + 1).ToListAsync(cancellationToken);
        var page = Page<UnitTaskRow>.Cut([.. rows.Select(r => r with { HasLeft = r.AssigneeId is { } id && left.Contains(id) })], size, row => new Key(row.SortDue, row.Id));
        return new UnitTasks(agency.Id, agency.Name, await AgenciesAsync(posts, now, cancellationToken), People(loads, holders, left), page, [InboxTopics.Everything, InboxTopics.Agency(agency.Id)]);
    }

    /// <summary>What the caller may move about in the agency; null where nothing.</summary>
    private IQueryable<WorkTask>? Scope(Caller caller, AgencyInfo agency)
    {
        var tasks = context.Tasks.AsNoTracking().Where(t => t.AgencyId == agency.Id && (t.State == TaskState.Open || t.State == TaskState.Suspended));
        if (caller.Reaches([Roles.UnitAdmin], agency.Path) || caller.Assignments.Any(a => a.Role == Roles.AgencyLeader && a.AgencyId == agency.Id))
            return tasks;
        Guid?[] departments = [.. caller.Assignments.Where(a => a.Role == Roles.DepartmentHead && a.AgencyId == agency.Id && a.DepartmentId is not null).Select(a => a.DepartmentId)];
        return departments.Length == 0 ? null : tasks.Where(t => departments.Contains(t.DepartmentId));
    }

    private static async Task<List<Load>> LoadsAsync(IQueryable<WorkTask> scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (day, hour) = (DueClasses.LateBefore(TermUnit.WorkingDays, now), DueClasses.LateBefore(TermUnit.WorkingHours, now));
        return await scope.Where(t => t.AssigneeId != null).GroupBy(t => new { t.AssigneeId, t.AssigneeName, t.Role, t.DepartmentId })
            .Select(g => new Load(
                g.Key.AssigneeId!.Value, g.Key.AssigneeName, g.Key.Role, g.Key.DepartmentId, g.Count(),
                g.Sum(t => t.State == TaskState.Open && (t.SortDue < day || (t.SortDue < hour && t.AllowedMinutes % DueClasses.MinutesADay != 0)) ? 1 : 0)))
            .ToListAsync(cancellationToken);
    }

    private async Task<List<PostInfo>> HoldersAsync(Guid agencyId, List<Load> loads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<PostInfo>();
        foreach (var role in loads.Select(l => l.Role).Distinct(StringComparer.Ordinal))
            found.AddRange(await organisation.HoldersAsync(agencyId, null, role, now.VietnamDate(), cancellationToken));
        return found;
    }

    private static bool Holds(List<PostInfo> holders, Guid accountId, string role, Guid? department) =>
        holders.Exists(h => h.HolderId == accountId && h.Role == role && (department is null || h.DepartmentId is null || h.DepartmentId == department));

    private static UnitPerson[] People(List<Load> loads, List<PostInfo> holders, HashSet<Guid> left) =>
    [
        .. loads.GroupBy(l => l.AccountId)
            .Select(g => new UnitPerson(
                g.Key, g.First().Name ?? "", g.Sum(l => l.Tasks), g.Sum(l => l.Late), left.Contains(g.Key), holders.Find(h => h.HolderId == g.Key && h.SubstituteName is not null)?.SubstituteName))
            .OrderByDescending(p => p.HasLeft).ThenByDescending(p => p.Late).ThenByDescending(p => p.Tasks).ThenBy(p => p.Name, StringComparer.Ordinal),
    ];

    private async Task<UnitAgency[]> AgenciesAsync(List<Assignment> posts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<AgencyInfo>();
        foreach (var post in posts.Where(p => p.Role == Roles.UnitAdmin))
            found.AddRange(await organisation.AgenciesBelowAsync(post.AgencyPath, now.VietnamDate(), cancellationToken));
        foreach (var own in posts.Select(p => p.AgencyId).Distinct().Where(id => found.TrueForAll(a => a.Id != id)))
        {
            if (await organisation.FindAgencyAsync(own, cancellationToken) is { } agency)
                found.Insert(0, agency);
        }

        return [.. found.DistinctBy(a => a.Id).Select(a => new UnitAgency(a.Id, a.Name))];
    }

    private static IQueryable<WorkTask> Narrow(IQueryable<WorkTask> tasks, ListUnitTasksQuery request, HashSet<Guid> left, DateTimeOffset now)
    {
        if (request.AssigneeId is { } person)
            tasks = tasks.Where(t => t.AssigneeId == person);
        tasks = request.View switch
        {
            UnitTasksView.Free => tasks.Where(t => t.AssigneeId == null),
            UnitTasksView.Left => tasks.Where(t => t.AssigneeId != null && left.Contains(t.AssigneeId.Value)),
            UnitTasksView.Late => tasks.Where(t => t.State == TaskState.Open).Where(WorkTask.LateBy(now)),
            _ => tasks,
        };
        if (Cursor.Decode<Key>(request.Cursor) is { } after)
            tasks = tasks.After(t => t.SortDue, t => t.Id, after.Due, after.Id);
        return tasks.OrderBy(t => t.SortDue).ThenBy(t => t.Id);
    }

    private static IQueryable<UnitTaskRow> Project(IQueryable<WorkTask> tasks) => tasks.Select(t => new UnitTaskRow(
        t.Id, t.DossierCode, t.ProcedureName, t.StepName, t.StepNameEn, t.Role, t.AgencyId, t.AgencyName, t.DepartmentName, t.AssigneeId, t.AssigneeName, t.EnteredAt, t.DueAt, t.SortDue,
        t.State == TaskState.Suspended, t.AllowedMinutes));
}
