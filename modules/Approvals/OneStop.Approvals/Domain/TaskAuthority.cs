using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Approvals.Domain;

/// <summary>
/// Who may do what with a task. A role counts only where it is held: a desk clerk decides no content, an officer signs nothing,
/// because the step names the role and the post must be in the step's own unit.
/// </summary>
internal static class TaskAuthority
{
    /// <summary>The post that counts: the absent one's where the task is the absent one's, else the caller's own before those kept for others.</summary>
    public static Assignment? CandidateAs(Caller caller, WorkTask task) =>
        caller.Assignments.Where(a => a.Role == task.Role && a.AgencyId == task.AgencyId && InDepartment(a, task))
            .MinBy(a => a.InPlaceOf is not { } absent ? 1 : absent.AccountId == task.AssigneeId ? 0 : 2);

    /// <summary>Takes part now: a candidate whom no colleague has forestalled. A substitute acts in the absent colleague's place.</summary>
    public static bool MayAct(Caller caller, WorkTask task, IReadOnlySet<Guid> standsInFor) =>
        CandidateAs(caller, task) is not null
        && (task.AssigneeId is not { } assignee || assignee == caller.AccountId || standsInFor.Contains(assignee));

    public static bool MayReassign(Caller caller, WorkTask task) => caller.Assignments.Any(a => a.Role switch
    {
        Roles.DepartmentHead => a.AgencyId == task.AgencyId && a.DepartmentId is not null && a.DepartmentId == task.DepartmentId,
        Roles.AgencyLeader => a.AgencyId == task.AgencyId,
        Roles.UnitAdmin => caller.Reaches([Roles.UnitAdmin], task.AgencyPath),
        _ => false,
    });

    /// <summary>Reads the dossier behind the task. A unit administrator moves work about without reading it.</summary>
    public static bool MayRead(Caller caller, WorkTask task) =>
        CandidateAs(caller, task) is not null
        || (caller.AccountId is { } id && (task.ClosedById == id || task.AssigneeId == id))
        || Leads(caller, task);

    /// <summary>Head of the department or of the agency that has it.</summary>
    public static bool Leads(Caller caller, WorkTask task) => Heads(caller, task.AgencyId, task.DepartmentId);

    /// <summary>Heads the unit: the department where there is one, or the whole agency.</summary>
    public static bool Heads(Caller caller, Guid agencyId, Guid? departmentId) => caller.Assignments.Any(a => a.AgencyId == agencyId
        && (a.Role == Roles.AgencyLeader || (a.Role == Roles.DepartmentHead && a.DepartmentId is not null && a.DepartmentId == departmentId)));

    private static bool InDepartment(Assignment assignment, WorkTask task) =>
        task.DepartmentId is null || assignment.DepartmentId is null || assignment.DepartmentId == task.DepartmentId;
}
