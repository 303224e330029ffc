using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.ListTasks;

/// <summary>The inbox: due first. Mine is what I can do now; the unit's is what colleagues have too.</summary>
[Requires(Permissions.Work)]
internal sealed record ListTasksQuery(bool Unit = false, bool LateOnly = false, bool WaitingOnly = false, string? Procedure = null, string? Search = null, string? Cursor = null)
    : IQuery<TaskList>
{
    /// <summary>What the caller has delegated and still answers for, instead of what the caller can do.</summary>
    public bool Delegated { get; init; }

    /// <summary>Rows of one page; more than a page only to choose them all.</summary>
    public int Size { get; init; } = 30;
}

/// <summary>A page of the inbox, and the topics of the live feed that say when it has changed.</summary>
internal sealed record TaskList(Page<TaskRow> Page, IReadOnlyList<string> Topics, bool IsHead);

internal sealed record TaskRow(
    Guid Id, string DossierCode, string ProcedureCode, string ProcedureName, string ApplicantName, string StepName, string? StepNameEn, string AgencyName,
    string? DepartmentName, Guid? AssigneeId, string? AssigneeName, DateTimeOffset EnteredAt, DateTimeOffset? DueAt, DateTimeOffset SortDue, bool IsWaiting, bool IsMine, Guid AgencyId,
    string? OwnerName, int? AllowedMinutes)
{
    /// <summary>The absent one in whose place the reader would do it, or null.</summary>
    public string? OnBehalfOf { get; init; }

    public DateTimeOffset? LateAt => DueAt is { } due ? DueClasses.LateFrom(DueClasses.UnitOf(AllowedMinutes), due) : null;
}

internal sealed class ListTasksHandler(ApprovalsDbContext context, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<ListTasksQuery, TaskList>
{
    private sealed record Key(DateTimeOffset Due, Guid Id);

    public async Task<Result<TaskList>> Handle(ListTasksQuery request, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(request.Size, 1, BulkDeed.MostTasks);
        var standsInFor = await TaskGate.StandsInForAsync(organisation, callers.Caller, time.GetUtcNow(), cancellationToken);
        var caller = callers.Caller.InPlaceOnlyOf(standsInFor);
        Guid[] people = [caller.Id, .. standsInFor];

        // One query for each post and one for what is assigned by name: each part of it walks its own index from the first due on, whatever else is in the table.
        var rows = new List<TaskRow>();
        foreach (var (parts, absent) in request.Delegated ? [([Delegated(people)], null)] : Scopes(caller, request.Unit, people))
        {
            var found = await Project(First(parts.Select(tasks => Filter(tasks, request)).ToArray(), size + 1), people).ToListAsync(cancellationToken);
            rows.AddRange(found.Select(row => row with { OnBehalfOf = row.AssigneeId is { } holder && standsInFor.Contains(holder) ? row.AssigneeName : row.AssigneeId is null ? absent : null }));
        }

        List<TaskRow> merged = [.. rows.DistinctBy(r => r.Id).OrderBy(r => r.SortDue).ThenBy(r => r.Id).Take(size + 1)];
        string[] topics = [InboxTopics.Everything, .. caller.Assignments.Where(a => Roles.CaseWork.Contains(a.Role)).Select(a => InboxTopics.Agency(a.AgencyId)).Distinct()];
        return new TaskList(Page<TaskRow>.Cut(merged, size, row => new Key(row.SortDue, row.Id)), topics, caller.HasRole(Roles.DepartmentHead, Roles.AgencyLeader));
    }

    private IQueryable<WorkTask> Delegated(Guid[] people) => context.Tasks.AsNoTracking().Where(t => t.OwnerId != null && people.Contains(t.OwnerId.Value));

    // The own posts first: what one may do oneself is not done in another's place.
    private IEnumerable<(IQueryable<WorkTask>[] Parts, string? Absent)> Scopes(Caller caller, bool unit, Guid[] people)
    {
        var tasks = context.Tasks.AsNoTracking();
        yield return ([tasks.Where(t => t.AssigneeId != null && people.Contains(t.AssigneeId.Value))], null);
        foreach (var post in caller.Assignments.Where(a => Roles.CaseWork.Contains(a.Role)).OrderBy(a => a.InPlaceOf is not null).DistinctBy(a => (a.AgencyId, a.DepartmentId, a.Role)))
        {
            var (agency, department, role) = (post.AgencyId, post.DepartmentId, post.Role);
            IQueryable<WorkTask>[] reached = (unit, role) switch
            {
                (false, _) => InDepartment(tasks.Where(t => t.AgencyId == agency && t.Role == role && t.AssigneeId == null), department),
                (true, Roles.AgencyLeader) => [tasks.Where(t => t.AgencyId == agency)],
                (true, Roles.DepartmentHead) when department is not null => [tasks.Where(t => t.AgencyId == agency && t.DepartmentId == department)],
                _ => InDepartment(tasks.Where(t => t.AgencyId == agency && t.Role == role), department),
            };
            yield return (reached, post.InPlaceOf?.Name);
        }
    }

    // Not one condition with "or", for which no index is in order.
    private static IQueryable<WorkTask>[] InDepartment(IQueryable<WorkTask> tasks, Guid? department) =>
        department is null ? [tasks] : [tasks.Where(t => t.DepartmentId == department), tasks.Where(t => t.DepartmentId == null)];

    private IQueryable<WorkTask> Filter(IQueryable<WorkTask> tasks, ListTasksQuery request)
    {
        var state = request.WaitingOnly ? TaskState.Suspended : TaskState.Open;
        tasks = tasks.Where(t => t.State == state);
        if (request.LateOnly)
            tasks = tasks.Where(WorkTask.LateBy(time.GetUtcNow()));
        if (!string.IsNullOrWhiteSpace(request.Procedure))
            tasks = tasks.Where(t => t.ProcedureCode == request.Procedure);
        foreach (var word in SearchFold.Fold(request.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            // Not Contains: PostgreSQL takes LIKE with an unknown word for nearly nothing found and sorts all of a post's tasks instead of walking them from the first due on.
#pragma warning disable CA2249
            tasks = tasks.Where(t => t.SearchText.IndexOf(word) >= 0);
#pragma warning restore CA2249
        }

        if (Cursor.Decode<Key>(request.Cursor) is { } after)
            tasks = tasks.After(t => t.SortDue, t => t.Id, after.Due, after.Id);
        return tasks;
    }

    // Within a part the department is one and the same. It is named first all the same: for "is null" PostgreSQL would not see that the index is in order behind it.
    private static IQueryable<WorkTask> First(IQueryable<WorkTask>[] parts, int most) => parts is [var whole]
        ? whole.OrderBy(t => t.SortDue).ThenBy(t => t.Id).Take(most)
        : parts.Select(part => part.OrderBy(t => t.DepartmentId).ThenBy(t => t.SortDue).ThenBy(t => t.Id).Take(most)).Aggregate(Queryable.Concat).OrderBy(t => t.SortDue).ThenBy(t => t.Id).Take(most);

    private static IQueryable<TaskRow> Project(IQueryable<WorkTask> tasks, Guid[] people) => tasks.Select(t => new TaskRow(
        t.Id, t.DossierCode, t.ProcedureCode, t.ProcedureName, t.ApplicantName, t.StepName, t.StepNameEn, t.AgencyName, t.DepartmentName, t.AssigneeId, t.AssigneeName,
        t.EnteredAt, t.DueAt, t.SortDue, t.State == TaskState.Suspended, t.AssigneeId != null && people.Contains(t.AssigneeId.Value), t.AgencyId, t.OwnerName, t.AllowedMinutes));
}
